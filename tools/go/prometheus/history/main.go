// Command history writes a past for series that Prometheus will go on scraping: blocks of samples, which promtool
// could only make of many gigabytes of text.
//
// It reads one series a line from standard input,
//
//	{"labels": ["__name__", "up", "job", "a"], "base": 1, "rate": 0.5, "seconds": 3600}
//
// whose value is base at the beginning of the past and grows by rate a second, and whose past is so many seconds long.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"sort"

	"github.com/prometheus/common/promslog"
	"github.com/prometheus/prometheus/model/labels"
	"github.com/prometheus/prometheus/tsdb"
)

const day = int64(24 * 60 * 60)

type series struct {
	Labels  []string `json:"labels"`
	Base    float64  `json:"base"`
	Rate    float64  `json:"rate"`
	Seconds int64    `json:"seconds"`
}

func main() {
	into := flag.String("into", "", "folder of Prometheus's data")
	end := flag.Int64("end", 0, "when the past ends, in seconds since 1970")
	step := flag.Int64("step", 30, "seconds between two samples")
	flag.Parse()
	if *into == "" || *end == 0 {
		flag.Usage()
		os.Exit(2)
	}
	all, err := read(os.Stdin)
	if err == nil {
		err = write(all, *into, *end, *step)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func read(from *os.File) ([]series, error) {
	var all []series
	lines := bufio.NewScanner(from)
	for number := 1; lines.Scan(); number++ {
		var one series
		if err := json.Unmarshal(lines.Bytes(), &one); err != nil {
			return nil, fmt.Errorf("line %d: %w", number, err)
		}
		all = append(all, one)
	}
	return all, lines.Err()
}

// write makes a block for each stretch of time in which the same series exist, none longer than a day.
func write(all []series, into string, end, step int64) error {
	longest := int64(0)
	begins := map[int64]bool{}
	for _, one := range all {
		longest = max(longest, one.Seconds)
		begins[end-one.Seconds] = true
	}
	for back := longest; back > 0; back -= day {
		begins[end-back] = true
	}
	var borders []int64
	for border := range begins {
		borders = append(borders, border)
	}
	sort.Slice(borders, func(i, j int) bool { return borders[i] < borders[j] })
	borders = append(borders, end)
	for i := 0; i+1 < len(borders); i++ {
		if err := block(all, into, end-longest, end, borders[i], borders[i+1], step); err != nil {
			return err
		}
	}
	return nil
}

func block(all []series, into string, origin, end, from, to, step int64) error {
	// A writer takes no sample older than half its size below the newest, and series come one after the other here.
	writer, err := tsdb.NewBlockWriter(promslog.NewNopLogger(), into, 2*1000*(to-from))
	if err != nil {
		return err
	}
	defer writer.Close()
	ctx := context.Background()
	samples := 0
	appender := writer.Appender(ctx)
	for _, one := range all {
		if from < end-one.Seconds {
			continue
		}
		lset := labels.FromStrings(one.Labels...)
		for at := from; at < to; at += step {
			if _, err := appender.Append(0, lset, 1000*at, one.Base+one.Rate*float64(at-origin)); err != nil {
				return fmt.Errorf("%s: %w", lset, err)
			}
			samples++
		}
		if samples > 500_000 {
			if err := appender.Commit(); err != nil {
				return err
			}
			appender, samples = writer.Appender(ctx), 0
		}
	}
	if err := appender.Commit(); err != nil {
		return err
	}
	_, err = writer.Flush(ctx)
	return err
}
