using System.Collections.Immutable;

namespace AiNewsBot.Feeds.Parsing.Text;

/// <summary>Parts of a block's text by places in it.</summary>
internal static class SpanCutter
{
    /// <summary>What begins there, without blanks at its beginning.</summary>
    public static ImmutableArray<TextSpan> From(ImmutableArray<TextSpan> spans, int start)
    {
        var rest = ImmutableArray.CreateBuilder<TextSpan>();
        foreach (var span in spans)
        {
            var text = start >= span.Text.Length ? "" : span.Text[Math.Max(0, start)..];
            start -= span.Text.Length;
            if (rest.Count == 0)
                text = text.TrimStart();
            if (text.Length > 0)
                rest.Add(span with { Text = text });
        }

        return rest.ToImmutable();
    }

    /// <summary>What is before that, without blanks at its end.</summary>
    public static ImmutableArray<TextSpan> To(ImmutableArray<TextSpan> spans, int end)
    {
        var kept = ImmutableArray.CreateBuilder<TextSpan>();
        foreach (var span in spans)
        {
            if (end <= 0)
                break;
            kept.Add(end >= span.Text.Length ? span : span with { Text = span.Text[..end] });
            end -= span.Text.Length;
        }

        while (kept.Count > 0)
        {
            var last = kept[^1].Text.TrimEnd();
            if (last.Length > 0)
            {
                kept[^1] = kept[^1] with { Text = last };
                break;
            }

            kept.RemoveAt(kept.Count - 1);
        }

        return kept.ToImmutable();
    }
}
