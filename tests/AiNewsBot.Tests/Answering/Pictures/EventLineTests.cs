using AiNewsBot.Answering.Pictures;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.Tests.Answering.Pictures;

public sealed class EventLineTests
{
    private static readonly EventLine Boreal = Line("boreal", Models.Today);

    [Fact]
    public void Events_are_in_order_of_time() =>
        Assert.Equal(
            ["2023-01-20", "2023-05-02", "2023-06", "2024-02-01", "2024-05-14", "2025-03-10", "2025-03-10", "2025-06-30"],
            Boreal.Events.Select(one => one.Date.Text)
        );

    [Fact]
    public void Release_announced_with_its_weights_is_one_event()
    {
        var first = Assert.Single(Boreal.Events, one => one.Headline == "Boreal 1");

        Assert.Equal(
            (EventMark.Weights, VerdictKind.NonCommercialWeights, "CC-BY-NC-4.0"),
            (first.Mark, first.Verdict!.Value, first.Detail)
        );
    }

    [Fact]
    public void Release_with_later_weights_is_two_events() =>
        Assert.Equal(
            [EventMark.Announced, EventMark.Weights],
            Boreal.Events.Where(one => one.Headline == "Boreal 2").Select(one => one.Mark)
        );

    [Theory]
    [InlineData("2024-03-01", nameof(EventMark.Promise), "Promise, open")]
    [InlineData("2026-11-24", nameof(EventMark.Promise), "Promise")]
    public void Promise_is_open_until_kept(string day, string mark, string headline)
    {
        var promise = Assert.Single(
            Line("boreal", DateOnly.Parse(day, null)).Events,
            one => one.Detail.Contains("open source Boreal 2", StringComparison.Ordinal)
        );

        Assert.Equal((mark, headline), (promise.Mark.ToString(), promise.Headline));
    }

    [Theory]
    [InlineData("2025-12-31", nameof(EventMark.Promise))]
    [InlineData("2026-01-01", nameof(EventMark.Overdue))]
    public void Promise_past_its_day_is_overdue(string day, string mark) =>
        Assert.Equal(
            mark,
            Assert
                .Single(
                    Line("boreal", DateOnly.Parse(day, null)).Events,
                    one => one.Detail.StartsWith("Ada Example", StringComparison.Ordinal)
                )
                .Mark.ToString()
        );

    [Fact]
    public void Licence_change_is_shown_once()
    {
        var changes = Line("river", Models.Today).Events.Where(one => one.Mark == EventMark.Licence);

        Assert.Equal(
            ["licence changed: CC-BY-NC-4.0 → Apache-2.0", "Delta moves River 2 to Apache-2.0, so that anyone may build on it"],
            changes.Select(one => one.Detail)
        );
    }

    [Fact]
    public void Omitted_events_are_counted_and_the_newest_are_kept()
    {
        var entries = Timeline.Create(Models.Facts, Models.Create("star"));
        var line = Line("star", Models.Today);

        Assert.Equal(EventLineBuilder.MaxCount, line.Events.Length);
        Assert.Equal(120, line.Events.Sum(one => one.Count) + line.LeftOut);
        Assert.Equal(entries[^1].Date, line.Events[^1].Date);
    }

    [Fact]
    public void Announcements_without_weights_are_merged_when_there_are_many()
    {
        var closed = Timeline
            .Create(Models.Facts, Models.Create("star"))
            .Where(entry => entry.Subject is Release { FirstWeights: null })
            .ToList();

        var line = EventLineBuilder.Create(Models.Facts, Models.Create("star"), [.. closed], Models.Today)!;

        Assert.Equal(
            ["2020", "2021", "2022", "2023", "2024"],
            line.Events.Select(one => one.Date.Earliest.Year.ToString(System.Globalization.CultureInfo.InvariantCulture))
        );
        Assert.StartsWith("star-0, ", line.Events[0].Headline);
        Assert.Equal(40, line.Events.Sum(one => one.Count));
    }

    [Fact]
    public void Event_line_has_a_text_alternative_with_the_same_content() =>
        Assert.Equal(
            "Boreal: what happened when, as of 2026-11-24. 2023-01-20: Boreal 1, weights out (non-commercial weights), CC-BY-NC-4.0. "
                + "2023-05-02: Boreal 2, announced. "
                + "2023-06: Aurora Labs says that it will publish Boreal 2 once it is safe. 2024-02-01: Promise, Aurora Labs: open "
                + "source Boreal 2; kept on 2024-05-14. "
                + "2024-05-14: Boreal 2, weights out (open weights), Apache-2.0. 2025-03-10: Boreal 3, announced. "
                + "2025-03-10: Promise, overdue, Ada Example: publish the weights of Boreal 3; due 2025-12. "
                + "2025-06-30: Boreal 3 mini (1B and 3B), weights out (restricted weights), Aurora Community Licence.",
            Boreal.Description
        );

    private static EventLine Line(string id, DateOnly day) =>
        EventLineBuilder.Create(
            Models.Facts,
            Models.Create(id),
            [.. Timeline.Create(Models.Facts, Models.Create(id)).Where(entry => entry.Date.Earliest <= day)],
            day
        )!;
}
