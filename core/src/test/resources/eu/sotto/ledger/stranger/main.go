// A stranger's check of a log: nothing of the library that wrote it is used.
//
//	stranger inclusion KEY PROOF            a .tlog-proof file against a verifier key
//	stranger consistency KEY OLD NEW HASHES that the log of the note NEW begins with all of OLD
//
// Exit codes: 0 it holds, 1 it does not, 2 wrong usage.
package main

import (
	"encoding/base64"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func main() {
	args := os.Args[1:]
	var err error
	switch {
	case len(args) == 3 && args[0] == "inclusion":
		err = inclusion(args[1], args[2])
	case len(args) == 5 && args[0] == "consistency":
		err = consistency(args[1], args[2], args[3], args[4])
	default:
		fmt.Fprintln(os.Stderr, "usage: stranger inclusion KEY PROOF | stranger consistency KEY OLD NEW HASHES")
		os.Exit(2)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Println("holds")
}

func read(file string) (string, error) {
	bytes, err := os.ReadFile(file)
	return string(bytes), err
}

func checkpoint(key, text string) (tlog.Tree, error) {
	verifier, err := note.NewVerifier(strings.TrimSpace(key))
	if err != nil {
		return tlog.Tree{}, err
	}
	opened, err := note.Open([]byte(text), note.VerifierList(verifier))
	if err != nil {
		return tlog.Tree{}, err
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[0] != verifier.Name() {
		return tlog.Tree{}, errors.New("not a checkpoint of that log")
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil {
		return tlog.Tree{}, err
	}
	root, err := hash(lines[2])
	return tlog.Tree{N: size, Hash: root}, err
}

func hash(text string) (tlog.Hash, error) {
	var result tlog.Hash
	bytes, err := base64.StdEncoding.Strict().DecodeString(text)
	if err == nil && len(bytes) != len(result) {
		err = errors.New("not a hash")
	}
	copy(result[:], bytes)
	return result, err
}

func hashes(lines []string) ([]tlog.Hash, error) {
	var result []tlog.Hash
	for _, line := range lines {
		one, err := hash(line)
		if err != nil {
			return nil, err
		}
		result = append(result, one)
	}
	return result, nil
}

func inclusion(keyFile, proofFile string) error {
	key, err := read(keyFile)
	if err != nil {
		return err
	}
	text, err := read(proofFile)
	if err != nil {
		return err
	}
	head, signed, found := strings.Cut(text, "\n\n")
	lines := strings.Split(head, "\n")
	if !found || len(lines) < 3 || lines[0] != "c2sp.org/tlog-proof@v1" ||
		!strings.HasPrefix(lines[1], "extra ") || !strings.HasPrefix(lines[2], "index ") {
		return errors.New("not a proof with its leaf")
	}
	leaf, err := base64.StdEncoding.Strict().DecodeString(strings.TrimPrefix(lines[1], "extra "))
	if err != nil {
		return err
	}
	index, err := strconv.ParseInt(strings.TrimPrefix(lines[2], "index "), 10, 64)
	if err != nil {
		return err
	}
	way, err := hashes(lines[3:])
	if err != nil {
		return err
	}
	tree, err := checkpoint(key, signed)
	if err != nil {
		return err
	}
	return tlog.CheckRecord(tlog.RecordProof(way), tree.N, tree.Hash, index, tlog.RecordHash(leaf))
}

func consistency(keyFile, oldFile, newFile, hashFile string) error {
	var texts [4]string
	for i, file := range []string{keyFile, oldFile, newFile, hashFile} {
		text, err := read(file)
		if err != nil {
			return err
		}
		texts[i] = text
	}
	older, err := checkpoint(texts[0], texts[1])
	if err != nil {
		return err
	}
	newer, err := checkpoint(texts[0], texts[2])
	if err != nil {
		return err
	}
	way, err := hashes(strings.Fields(texts[3]))
	if err != nil {
		return err
	}
	return tlog.CheckTree(tlog.TreeProof(way), newer.N, newer.Hash, older.N, older.Hash)
}
