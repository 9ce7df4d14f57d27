// Package danish knows the Danish that people write: personal data in a text,
// how heavy it is to read, how it could be plainer, its words and sentences,
// and dates and numbers as Danes write them. It is pure: it reads no files and
// has no words for people to read. The word lists come from outside (Lists),
// and what is found leaves as codes with positions. What a post, a comment or
// an answer is belongs in the areas, not here.
package danish
