using System.Diagnostics.Metrics;
using AiNewsBot.Hosting.Prometheus;

namespace AiNewsBot.Tests.Hosting;

/// <summary>What is measured, as Prometheus reads it.</summary>
public sealed class PrometheusTextTests : IDisposable
{
    private readonly object _scope = new();
    private readonly Meter _meter;
    private readonly MetricCollector _collector;

    public PrometheusTextTests()
    {
        _meter = new Meter(new MeterOptions(StateMeter.Name) { Scope = _scope });
        _collector = new MetricCollector(_scope);
    }

    [Fact]
    public void Counter_is_a_total_with_its_labels()
    {
        var counter = _meter.CreateCounter<long>("test.calls", "{call}", "Calls");

        counter.Add(2, new KeyValuePair<string, object?>("kind", "a"));
        counter.Add(3, new KeyValuePair<string, object?>("kind", "a"));
        counter.Add(1, new KeyValuePair<string, object?>("kind", "b"));

        Assert.Equal(
            [
                "# HELP test_calls_total Calls",
                "# TYPE test_calls_total counter",
                "test_calls_total{kind=\"a\"} 5",
                "test_calls_total{kind=\"b\"} 1",
            ],
            Lines("test_calls")
        );
    }

    [Fact]
    public void Histogram_counts_what_is_at_most_each_bound()
    {
        var histogram = _meter.CreateHistogram(
            "test.duration",
            "s",
            "Time",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.1, 1] }
        );

        histogram.Record(0.05);
        histogram.Record(0.1);
        histogram.Record(0.5);
        histogram.Record(7);

        Assert.Equal(
            [
                "# HELP test_duration_seconds Time",
                "# TYPE test_duration_seconds histogram",
                "test_duration_seconds_bucket{le=\"0.1\"} 2",
                "test_duration_seconds_bucket{le=\"1\"} 3",
                "test_duration_seconds_bucket{le=\"+Inf\"} 4",
                "test_duration_seconds_sum 7.65",
                "test_duration_seconds_count 4",
            ],
            Lines("test_duration")
        );
    }

    [Fact]
    public void Gauge_shows_its_last_value()
    {
        var value = 1.0;
        _meter.CreateObservableGauge("test.age", () => value, "s", "Age");

        Assert.Equal("test_age_seconds 1", Lines("test_age")[^1]);
        value = 2.5;
        Assert.Equal("test_age_seconds 2.5", Lines("test_age")[^1]);
        value = double.NaN;
        Assert.Equal("test_age_seconds NaN", Lines("test_age")[^1]);
    }

    [Fact]
    public void Signs_of_the_format_are_escaped_in_labels()
    {
        _meter.CreateCounter<long>("test.odd").Add(1, new KeyValuePair<string, object?>("a.b", "x\"y\\z\nw"));

        Assert.Equal("test_odd_total{a_b=\"x\\\"y\\\\z\\nw\"} 1", Lines("test_odd")[^1]);
    }

    [Fact]
    public void Series_beyond_the_limit_are_left_out()
    {
        var counter = _meter.CreateCounter<long>("test.many");

        for (var i = 0; i < MetricCollector.MaxSeries + 50; i++)
            counter.Add(1, new KeyValuePair<string, object?>("id", i));

        Assert.Equal(MetricCollector.MaxSeries + 2, Lines("test_many").Length);
    }

    [Fact]
    public void Meters_of_another_bot_are_left_out()
    {
        using var other = new Meter(new MeterOptions(StateMeter.Name) { Scope = new object() });

        other.CreateCounter<long>("test.other").Add(1);

        Assert.Empty(Lines("test_other"));
    }

    public void Dispose()
    {
        _collector.Dispose();
        _meter.Dispose();
    }

    private string[] Lines(string name) =>
        [.. PrometheusText.Write(_collector).Split('\n').Where(line => line.Contains(name, StringComparison.Ordinal))];
}
