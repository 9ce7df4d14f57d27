package pdfua

import (
	"encoding/xml"
	"strings"
)

// node is an element of the packet.
type node struct {
	name       xml.Name
	attributes []xml.Attr
	children   []*node
	text       string
}

// child is the first child of that name, looking through rdf:Description.
func (n *node) child(ns, local string) *node {
	if n == nil {
		return nil
	}
	for _, c := range n.children {
		if c.name.Space == ns && c.name.Local == local {
			return c
		}
		if c.name.Space == nsRDF && c.name.Local == "Description" {
			if found := c.child(ns, local); found != nil {
				return found
			}
		}
	}
	return nil
}

// items are the members of the rdf:Bag, Seq or Alt in n.
func (n *node) items() []*node {
	if n == nil {
		return nil
	}
	for _, c := range n.children {
		if c.name.Space == nsRDF && (c.name.Local == "Bag" || c.name.Local == "Seq" || c.name.Local == "Alt") {
			return c.children
		}
	}
	return nil
}

func (n *node) value() string {
	items := n.items()
	if n == nil || len(items) == 0 && len(n.children) > 0 {
		return ""
	}
	if len(items) == 0 {
		return strings.TrimSpace(n.text)
	}
	var all []string
	for _, item := range items {
		for _, a := range item.attributes {
			if a.Name.Space == nsXML && a.Name.Local == "lang" || a.Name.Space == "xml" && a.Name.Local == "lang" {
				if a.Value == "x-default" {
					return item.text
				}
			}
		}
		all = append(all, item.text)
	}
	return strings.Join(all, ", ")
}
