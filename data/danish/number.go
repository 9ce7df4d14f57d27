package danish

import (
	"math"
	"strconv"
	"strings"
)

// Number writes n with a full stop between thousands: "1.234.567", "−5".
func Number(n int) string {
	s := strconv.Itoa(n)
	sign := ""
	if n < 0 {
		sign, s = "−", s[1:]
	}
	return sign + thousands(s)
}

// Decimal writes x with that many decimals after a comma: "1.234,5". Zero never
// has a sign. What is no number is "–".
func Decimal(x float64, decimals int) string {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return "–"
	}
	s := strconv.FormatFloat(math.Abs(x), 'f', decimals, 64)
	whole, rest, _ := strings.Cut(s, ".")
	sign := ""
	if x < 0 && strings.Trim(s, "0.") != "" {
		sign = "−"
	}
	if rest != "" {
		rest = "," + rest
	}
	return sign + thousands(whole) + rest
}

func thousands(digits string) string {
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "." + digits[i:]
	}
	return digits
}
