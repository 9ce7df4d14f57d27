# Reference results for the tests of package stats, worked out by R (4.2.2) and
# its package survey (4.1-1). All data are drawn here, from a fixed seed.
# Run in this folder: Rscript make.R > reference.json
suppressMessages(library(survey))
options(survey.lonely.psu = "adjust", digits = 17)
set.seed(20140822)

num <- function(x) ifelse(is.nan(x) | is.na(x), "null", formatC(x, digits = 17, format = "g", width = 1))
arr <- function(x) paste0("[", paste(num(as.vector(x)), collapse = ","), "]")
tab <- function(m) paste0("[", paste(apply(m, 1, arr), collapse = ","), "]")
obj <- function(...) { l <- list(...); paste0("{", paste0('"', names(l), '":', unlist(l), collapse = ","), "}") }
lst <- function(x) paste0("[", paste(unlist(x), collapse = ",\n"), "]")

wilson <- lapply(list(c(0, 1), c(1, 1), c(0, 5), c(5, 5), c(1, 2), c(3, 7), c(17, 4000), c(44999, 45000), c(22500, 45000)), function(v) {
  i <- suppressWarnings(prop.test(v[1], v[2], correct = FALSE)$conf.int)
  obj(x = v[1], n = v[2], low = num(i[1]), high = num(i[2]))
})

newcombe <- lapply(list(c(10, 10, 0, 10), c(0, 10, 0, 10), c(1, 1, 0, 1), c(400, 900, 450, 800)), function(v) {
  a <- suppressWarnings(prop.test(v[1], v[2], correct = FALSE)$conf.int)
  b <- suppressWarnings(prop.test(v[3], v[4], correct = FALSE)$conf.int)
  p1 <- v[1] / v[2]; p2 <- v[3] / v[4]; d <- p2 - p1
  obj(x1 = v[1], n1 = v[2], x2 = v[3], n2 = v[4], difference = num(d),
    low = num(d - sqrt((p2 - b[1])^2 + (a[2] - p1)^2)), high = num(d + sqrt((b[2] - p2)^2 + (p1 - a[1])^2)))
})

chi <- lapply(list(matrix(c(3, 1, 1, 3), 2), matrix(c(12, 5, 7, 9, 30, 2), 2), matrix(rpois(35, 20), 5), matrix(rpois(12, 3) + 1, 4), matrix(c(900, 4, 3, 70), 2)), function(m) {
  t <- suppressWarnings(chisq.test(m, correct = FALSE))
  v <- sqrt(t$statistic / sum(m) / (min(dim(m)) - 1))
  obj(counts = tab(m), chisq = num(t$statistic), df = t$parameter, p = num(t$p.value), v = num(v), residuals = tab(t$stdres), few = num(mean(t$expected < 5)))
})

fisher <- lapply(list(c(3, 1, 1, 3), c(0, 5, 6, 1), c(10, 2, 3, 15), c(0, 0, 4, 5), c(120, 80, 90, 140), c(1000, 10, 20, 900), c(1, 0, 0, 1)), function(v) {
  obj(cells = arr(v), p = num(fisher.test(matrix(v, 2, byrow = TRUE))$p.value))
})

kruskal <- lapply(1:5, function(k) {
  g <- sample(1:(k + 1), 60 * k, TRUE); y <- sample(1:5, 60 * k, TRUE, (1:5)^(k / 3)) + (g == 1) * (k > 2)
  t <- kruskal.test(y, g)
  obj(counts = tab(table(factor(g), factor(y))), h = num(t$statistic), df = t$parameter, p = num(t$p.value))
})

gamma <- lapply(1:4, function(k) {
  m <- matrix(rpois(3 * (k + 1), 6), 3)
  con <- 0; dis <- 0
  for (i in 1:nrow(m)) for (j in 1:ncol(m)) for (a in 1:nrow(m)) for (b in 1:ncol(m)) {
    if (a > i && b > j) con <- con + m[i, j] * m[a, b]
    if (a > i && b < j) dis <- dis + m[i, j] * m[a, b]
  }
  obj(counts = tab(m), gamma = num((con - dis) / (con + dis)))
})

adjust <- lapply(list(runif(7)^3, c(0.01, 0.01, 0.5, 1), 0.04, c(0.9, 0.001, 0.03, 0.03, 0.2)), function(p)
  obj(p = arr(p), holm = arr(p.adjust(p, "holm")), bh = arr(p.adjust(p, "BH"))))

ftail <- lapply(list(c(1, 1, 1), c(3.5, 2, 40), c(210, 4.98858, 69346.4), c(0.01, 3, 10), c(40, 1, 5e5)), function(v)
  obj(x = num(v[1]), d1 = num(v[2]), d2 = num(v[3]), p = num(pf(v[1], v[2], v[3], lower.tail = FALSE))))

# Stratified samples: shares of all, shares of a domain, Rao-Scott.
draw <- function(n, N) data.frame(h = rep(seq_along(n), n), N = rep(N, n))
strata <- lapply(list(
    list(n = c(40, 25, 60), N = c(400, 30, 900), out = 0.2),
    list(n = c(1, 12, 9), N = c(6, 12, 70), out = 0),
    list(n = c(3, 2, 5, 8), N = c(50, 2, 9, 100), out = 0.4)), function(k) {
  d <- draw(k$n, k$N)
  d$x <- rbinom(nrow(d), 1, 0.2 + 0.1 * d$h)
  d$y <- sample(1:3, nrow(d), TRUE)
  out <- rbinom(nrow(d), 1, k$out) == 1
  d$x[out] <- NA
  s <- svydesign(ids = ~1, strata = ~h, fpc = ~N, data = d)
  m <- svymean(~x, s, na.rm = TRUE)
  layers <- lapply(seq_along(k$n), function(h) {
    w <- d[d$h == h, ]
    obj(N = k$N[h], took = k$n[h], d = sum(!is.na(w$x)), x = sum(w$x, na.rm = TRUE),
      cells = tab(table(factor(w$x, 0:1), factor(w$y, 1:3))))
  })
  r <- tryCatch(svychisq(~x + y, s, statistic = "F"), error = function(e) NULL)
  obj(strata = lst(layers), p = num(coef(m)), se = num(SE(m)),
    F = if (is.null(r)) "null" else num(r$statistic), ndf = if (is.null(r)) "null" else num(r$parameter[1]),
    ddf = if (is.null(r)) "null" else num(r$parameter[2]), pF = if (is.null(r)) "null" else num(r$p.value))
})

byweights <- lapply(1:3, function(k) {
  n <- 20 * k; w <- round(runif(n, 0, 2.5), 3); if (k == 3) w[1:5] <- 0
  x <- rbinom(n, 1, 0.4)
  m <- svymean(~x, svydesign(ids = ~1, weights = ~w, data = data.frame(x, w)))
  obj(w = arr(w), x = arr(x), p = num(coef(m)), se = num(SE(m)), kish = num(sum(w)^2 / sum(w^2)))
})

rake <- lapply(1:3, function(k) {
  n <- 80 * k
  d <- data.frame(a = c(1:3, sample(1:3, n - 3, TRUE)), b = c(1:2, 1, sample(1:2, n - 3, TRUE, c(k, 1))))
  s <- suppressWarnings(svydesign(ids = ~1, data = d, weights = rep(1, n)))
  ta <- c(300, 500, 200); tb <- c(450, 550)
  r <- rake(s, list(~a, ~b), list(data.frame(a = 1:3, Freq = ta), data.frame(b = 1:2, Freq = tb)), control = list(maxit = 1000, epsilon = 1e-11))
  obj(a = arr(d$a - 1), b = arr(d$b - 1), ta = arr(ta), tb = arr(tb), w = arr(weights(r)))
})

cat(obj(wilson = lst(wilson), newcombe = lst(newcombe), chi = lst(chi), fisher = lst(fisher), kruskal = lst(kruskal),
  gamma = lst(gamma), adjust = lst(adjust), ftail = lst(ftail), strata = lst(strata), byweights = lst(byweights), rake = lst(rake)), "\n")
