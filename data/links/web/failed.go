package web

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"io"
	"net"
	"strings"
	"syscall"

	"synlig/data/links"
)

// failed says what a broken connection means for a reader of the page.
func failed(err error) (links.Verdict, links.Reason, string) {
	switch {
	case isGuard(err):
		return links.Dead, links.LeadsInside, ""
	case errors.Is(err, errNotOurs):
		return links.Unknown, links.NotForUs, ""
	case errors.Is(err, errTooMany):
		return links.Dead, links.TooMany, ""
	}
	if detail := certificate(err); detail == "unknown-authority" {
		return links.Unknown, links.BadSecurity, detail // this machine does not know it; others may
	} else if detail != "" {
		return links.Dead, links.BadSecurity, detail
	}
	if names, ok := errors.AsType[*net.DNSError](err); ok {
		if names.IsNotFound && online() {
			return links.Dead, links.NoSuchHost, ""
		}
		return links.Unknown, links.NoNetwork, ""
	}
	switch {
	case errors.Is(err, syscall.ENETUNREACH), errors.Is(err, syscall.ENETDOWN):
		return links.Unknown, links.NoNetwork, ""
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, syscall.ECONNREFUSED), isTimeout(err):
		return links.Dead, links.NoAnswer, ""
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, syscall.ECONNRESET):
		return links.Unknown, links.Interrupted, ""
	}
	if dialing, ok := errors.AsType[*net.OpError](err); ok && dialing.Op == "dial" {
		return links.Dead, links.NoAnswer, ""
	}
	return links.Unknown, links.Interrupted, ""
}

func isGuard(err error) bool { return errors.Is(err, errInside) }

func isTimeout(err error) bool {
	timeout, ok := errors.AsType[net.Error](err)
	return ok && timeout.Timeout()
}

// worthAnother tells whether a question that failed as HEAD may do as GET.
func worthAnother(err error) bool {
	verdict, reason, _ := failed(err)
	return verdict == links.Unknown && reason == links.Interrupted
}

// certificate is what is wrong with a site's certificate or its encryption; ""
// when the error is about something else.
func certificate(err error) string {
	if _, ok := errors.AsType[x509.UnknownAuthorityError](err); ok {
		return "unknown-authority"
	}
	if _, ok := errors.AsType[x509.HostnameError](err); ok {
		return "wrong-host"
	}
	if invalid, ok := errors.AsType[x509.CertificateInvalidError](err); ok {
		if invalid.Reason == x509.Expired {
			return "expired"
		}
		return "invalid"
	}
	if _, ok := errors.AsType[tls.RecordHeaderError](err); ok {
		return "not-secure"
	}
	if _, ok := errors.AsType[*tls.CertificateVerificationError](err); ok {
		return "invalid"
	}
	if _, ok := errors.AsType[tls.AlertError](err); ok || strings.Contains(err.Error(), "tls: ") {
		return "outdated"
	}
	return ""
}

// online tells whether this machine has any way out of itself: without one,
// that a name is not found says nothing about the name.
func online() bool {
	addresses, err := net.InterfaceAddrs()
	if err != nil {
		return true
	}
	for _, a := range addresses {
		if ip, ok := a.(*net.IPNet); ok && !ip.IP.IsLoopback() && !ip.IP.IsLinkLocalUnicast() {
			return true
		}
	}
	return false
}
