package posts

import "strings"

// Mark stands for a character of personal data that was taken out.
const Mark = '•'

// Masked tells whether text holds masked personal data: three marks in a row,
// which is no list of points.
func Masked(text string) bool { return strings.Contains(text, "•••") }
