using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics.Metrics;
using AiNewsBot.Metrics;

namespace AiNewsBot.Hosting.Prometheus;

/// <summary>Listens to the bot's instruments, and to those of .NET on memory, processor and threads.</summary>
internal sealed class MetricCollector : IDisposable
{
    /// <summary>More series of one instrument are a mistake in its tags: they are left out, so that memory stays bounded.</summary>
    internal const int MaxSeries = 500;

    private const string Runtime = "System.Runtime";

    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<Instrument, ConcurrentDictionary<string, Series>> _series = new();
    private readonly object? _scope;

    /// <param name="scope">Of the meters whose instruments are those of one bot; others of that scope's kind are left out.</param>
    public MetricCollector(object? scope = null)
    {
        _scope = scope;
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            var meter = instrument.Meter;
            if (
                (meter.Name.StartsWith(BotMeter.Name, StringComparison.Ordinal) || meter.Name == Runtime)
                && (meter.Scope is null || meter.Scope == _scope)
            )
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Measure(instrument, value, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Measure(instrument, value, tags));
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Measure(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>All instruments with their series by labels, by name.</summary>
    public ImmutableArray<(Instrument Instrument, ImmutableArray<(string Labels, Series Series)> Series)> Collect()
    {
        _listener.RecordObservableInstruments();

        // Copies that the dictionaries make themselves: others measure meanwhile, and to sort one that grows fails.
        return
        [
            .. _series
                .ToArray()
                .OrderBy(pair => pair.Key.Name, StringComparer.Ordinal)
                .Select(pair =>
                    (
                        pair.Key,
                        pair.Value.ToArray()
                            .OrderBy(one => one.Key, StringComparer.Ordinal)
                            .Select(one => (one.Key, one.Value))
                            .ToImmutableArray()
                    )
                ),
        ];
    }

    public void Dispose() => _listener.Dispose();

    /// <summary>Upper bounds of a histogram's buckets; empty for what is no histogram.</summary>
    public static IReadOnlyList<double> BoundariesOf(Instrument instrument) =>
        instrument is Histogram<double> histogram ? histogram.Advice?.HistogramBucketBoundaries ?? [] : [];

    private void Measure(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var all = _series.GetOrAdd(instrument, static _ => new ConcurrentDictionary<string, Series>(StringComparer.Ordinal));
        var labels = PrometheusText.Labels(tags);
        if (!all.TryGetValue(labels, out var series))
        {
            if (all.Count >= MaxSeries)
                return;
            series = all.GetOrAdd(labels, _ => new Series(BoundariesOf(instrument)));
        }

        switch (instrument)
        {
            case Histogram<double>:
                series.Record(value);
                break;
            case { IsObservable: true }:
                series.Set(value);
                break;
            default:
                series.Add(value);
                break;
        }
    }
}
