using AiNewsBot.Answering.Pictures.Drawing;
using AiNewsBot.Facts.Model;
using FsCheck.Xunit;

namespace AiNewsBot.Tests.Answering.Pictures;

/// <summary>Where things are put: nothing on anything else, nothing over the edge, no word lost.</summary>
public sealed class LayoutTests
{
    [Property]
    public bool Names_on_a_chart_do_not_overlap(byte[] places)
    {
        const float dot = 8;
        var rows = new LanePacker(0, 255, mostRows: 4);
        var taken = new List<(int Row, float From, float To)>();
        foreach (var x in places ?? [])
        {
            var width = 10 + x % 60;
            if (rows.PlaceNamed(x, dot, width) is not var (row, nameX))
                continue;
            var (from, to) = (Math.Min(x - dot, nameX), Math.Max(x + dot, nameX + width));
            if (from < -dot - 1 || to > 255 + dot + 1 || taken.Exists(other => other.Row == row && from < other.To && to > other.From))
                return false;
            taken.Add((row, from, to));
        }

        return true;
    }

    [Theory]
    [InlineData("gpt-oss-120b / 20b", 9, "gpt-|oss-|120b |/ |20b ")]
    [InlineData("Qwen2.5", 20, "Qwen2.5 ")]
    [InlineData("Superlongname", 5, "Super|longn|ame ")]
    [InlineData("", 5, "")]
    [InlineData("-a-", 1, "-|a|- ")]
    public void Text_breaks_between_words_then_after_hyphens_then_anywhere(string text, int room, string pieces) =>
        Assert.Equal(pieces, string.Join('|', LineBreaker.Break(text, piece => piece.Length <= room)));

    [Property]
    public bool Broken_text_is_the_same_text(string text)
    {
        text = string.Join(' ', (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return string.Concat(LineBreaker.Break(text, piece => piece.Length <= 4)).TrimEnd(' ') == text.TrimEnd(' ');
    }

    [Theory]
    [InlineData("2024-03-17", "17 Mar")]
    [InlineData("2024-03", "Mar")]
    [InlineData("2024", "")]
    [InlineData("2024-12-04/2024-12-06", "4–6 Dec")]
    [InlineData("2024-02/2024-04", "Feb–Apr")]
    [InlineData("2021-06-18/2022-02-10", "Jun–Feb 22")]
    public void Date_is_no_more_precise_than_known(string date, string says) =>
        Assert.Equal(says, ShortDateFormatter.Format(FactDate.Parse(date)));

    [Theory]
    [InlineData("2026-09-01", "2026-11-24", "Oct 26")]
    [InlineData("2023-11-04", "2026-11-24", "2024 2025 2026")]
    [InlineData("2015-11-04", "2026-11-24", "2017 2019 2021 2023 2025")]
    public void Axis_is_labelled_in_quarters_or_years(string first, string last, string says) =>
        Assert.Equal(
            says,
            string.Join(
                ' ',
                new TimeAxis(DateOnly.Parse(first, null), DateOnly.Parse(last, null), 0, 100).Ticks().Select(tick => tick.Says)
            )
        );
}
