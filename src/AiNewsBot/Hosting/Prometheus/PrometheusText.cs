using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace AiNewsBot.Hosting.Prometheus;

/// <summary>Prometheus' text format (https://prometheus.io/docs/instrumenting/exposition_formats).</summary>
internal static class PrometheusText
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    /// <summary>All that was collected.</summary>
    public static string Write(MetricCollector collector)
    {
        var text = new StringBuilder();
        foreach (var (instrument, series) in collector.Collect())
        {
            var name = NameOf(instrument);
            text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {Escape(instrument.Description ?? instrument.Name)}\n");
            text.Append(CultureInfo.InvariantCulture, $"# TYPE {name} {KindOf(instrument)}\n");
            foreach (var (labels, one) in series)
                Write(text, instrument, name, labels, one);
        }

        return text.ToString();
    }

    /// <summary>The name under which Prometheus knows an instrument: with its unit, and total where it counts.</summary>
    public static string NameOf(Instrument instrument)
    {
        var name = instrument.Name.Replace('.', '_');
        var unit = instrument.Unit switch
        {
            "s" => "_seconds",
            "By" => "_bytes",
            _ => "",
        };
        return $"{name}{(name.EndsWith(unit, StringComparison.Ordinal) ? "" : unit)}{(KindOf(instrument) == "counter" ? "_total" : "")}";
    }

    /// <summary>Tags as labels, without braces.</summary>
    public static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (tags.IsEmpty)
            return "";
        var text = new StringBuilder();
        foreach (var (key, value) in tags)
        {
            var written = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
            text.Append(text.Length > 0 ? "," : "").Append(key.Replace('.', '_')).Append("=\"");
            text.Append(Escape(written).Replace("\"", "\\\"", StringComparison.Ordinal)).Append('"');
        }

        return text.ToString();
    }

    private static string KindOf(Instrument instrument) =>
        instrument switch
        {
            Histogram<double> => "histogram",
            Counter<long> or Counter<double> or ObservableCounter<long> or ObservableCounter<double> or ObservableCounter<int> => "counter",
            _ => "gauge",
        };

    private static void Write(StringBuilder text, Instrument instrument, string name, string labels, Series series)
    {
        var (sum, count, buckets) = series.Read();
        if (instrument is not Histogram<double>)
        {
            Line(text, name, labels, sum);
            return;
        }

        var boundaries = MetricCollector.BoundariesOf(instrument);
        var before = labels.Length > 0 ? labels + "," : "";
        for (var i = 0; i < boundaries.Count; i++)
            Line(text, $"{name}_bucket", $"{before}le=\"{Number(boundaries[i])}\"", buckets[i]);
        Line(text, $"{name}_bucket", $"{before}le=\"+Inf\"", count);
        Line(text, $"{name}_sum", labels, sum);
        Line(text, $"{name}_count", labels, count);
    }

    private static void Line(StringBuilder text, string name, string labels, double value) =>
        text.Append(name).Append(labels.Length > 0 ? $"{{{labels}}}" : "").Append(' ').Append(Number(value)).Append('\n');

    private static string Number(double value) => double.IsNaN(value) ? "NaN" : value.ToString("R", CultureInfo.InvariantCulture);

    private static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
