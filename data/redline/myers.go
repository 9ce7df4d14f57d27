package redline

// middle is a point on a shortest way from a to b, found by searching from
// both ends at once (E. Myers, An O(ND) Difference Algorithm, 1986). After
// effort steps it is the farthest point reached. a and b are not empty and
// differ at both ends.
func (d *differ) middle(a, b []uint32) (x, y int) {
	n, m := len(a), len(b)
	size := n + m + 3
	if len(d.forward) < size {
		d.forward, d.backward = make([]int32, size*2), make([]int32, size*2)
	}
	zero := m + 1 // where diagonal 0 (x-y) lies
	fw, bw := d.forward[:size], d.backward[:size]
	start, goal := zero, zero+n-m
	fw[start], bw[goal] = 0, int32(n)
	fromLow, fromHigh, toLow, toHigh := start, start, goal, goal
	odd := (n-m)&1 != 0
	for step := 1; ; step++ {
		if fromLow > 1 {
			fromLow--
			fw[fromLow-1] = -1
		} else {
			fromLow++
		}
		if fromHigh < size-2 {
			fromHigh++
			fw[fromHigh+1] = -1
		} else {
			fromHigh--
		}
		for k := fromHigh; k >= fromLow; k -= 2 {
			x := int(max(fw[k-1]+1, fw[k+1]))
			y := x - (k - zero)
			for x < n && y < m && a[x] == b[y] {
				x, y = x+1, y+1
			}
			fw[k] = int32(x)
			if odd && k >= toLow && k <= toHigh && int(bw[k]) <= x {
				return x, y
			}
		}
		if toLow > 1 {
			toLow--
			bw[toLow-1] = int32(n + 1)
		} else {
			toLow++
		}
		if toHigh < size-2 {
			toHigh++
			bw[toHigh+1] = int32(n + 1)
		} else {
			toHigh--
		}
		for k := toHigh; k >= toLow; k -= 2 {
			x := int(min(bw[k-1], bw[k+1]-1))
			y := x - (k - zero)
			for x > 0 && y > 0 && a[x-1] == b[y-1] {
				x, y = x-1, y-1
			}
			bw[k] = int32(x)
			if !odd && k >= fromLow && k <= fromHigh && x <= int(fw[k]) {
				return x, y
			}
		}
		if step >= effort {
			return farthest(fw, bw, n, m, zero, [4]int{fromLow, fromHigh, toLow, toHigh})
		}
	}
}

// farthest is the point that lies farthest from its own end.
func farthest(fw, bw []int32, n, m, zero int, span [4]int) (x, y int) {
	gain := -1
	for k := span[0]; k <= span[1]; k += 2 {
		i := min(int(fw[k]), n)
		j := i - (k - zero)
		if j > m {
			i, j = m+(k-zero), m
		}
		if i >= 0 && j >= 0 && i+j > gain && i+j < n+m {
			x, y, gain = i, j, i+j
		}
	}
	for k := span[2]; k <= span[3]; k += 2 {
		i := max(int(bw[k]), 0)
		j := i - (k - zero)
		if j < 0 {
			i, j = k-zero, 0
		}
		if i <= n && j <= m && n+m-i-j > gain && i+j > 0 {
			x, y, gain = i, j, n+m-i-j
		}
	}
	return x, y
}
