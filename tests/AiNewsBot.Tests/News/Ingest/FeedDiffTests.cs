using System.Collections.Immutable;
using System.Globalization;
using AiNewsBot.Feeds;
using AiNewsBot.News.Feeds;
using AiNewsBot.News.Ingest;

namespace AiNewsBot.Tests.News.Ingest;

/// <summary>Which entries of a feed are new: however feeds change guids, links, titles
/// and dates, nothing is repeated and nothing is lost.</summary>
public sealed class FeedDiffTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void First_read_chooses_the_guid_where_guids_are_unique() => Assert.Equal(IdentityRule.Id, First(Entries(3)).Rule);

    [Fact]
    public void First_read_chooses_the_link_where_guids_are_shared() =>
        Assert.Equal(IdentityRule.Link, First([.. Entries(3).Select(entry => entry with { Id = "tag:site" })]).Rule);

    [Fact]
    public void First_read_chooses_title_and_date_without_guid_and_link() =>
        Assert.Equal(
            IdentityRule.Title,
            First([.. Entries(3).Select(entry => entry with { Id = null, Link = "https://news.test/" })]).Rule
        );

    [Fact]
    public void Duplicate_entries_of_a_document_are_one() => Assert.Equal(3, First([.. Entries(3), .. Entries(3)]).Entries.Length);

    [Fact]
    public void Entries_are_ordered_oldest_first_in_either_direction()
    {
        Assert.Equal(["Story 0", "Story 1", "Story 2"], First(Entries(3)).Entries.Select(entry => entry.Entry.Title));
        Assert.Equal(["Story 0", "Story 1", "Story 2"], First([.. Entries(3).Reverse()]).Entries.Select(entry => entry.Entry.Title));
        Assert.Equal(
            ["Story 0", "Story 1", "Story 2"],
            First([.. Entries(3).Select(entry => entry with { Published = null })]).Entries.Select(entry => entry.Entry.Title)
        );
    }

    public static TheoryData<string, Func<FeedEntry, FeedEntry>> Changes =>
        new()
        {
            { "every guid is another", entry => entry with { Id = $"other-{entry.Id}" } },
            { "guids are gone", entry => entry with { Id = null } },
            {
                "guids and links are of another site",
                entry =>
                    entry with
                    {
                        Id = $"other-{entry.Id}",
                        Link = entry.Link!.Replace("news.test", "moved.test", StringComparison.Ordinal),
                    }
            },
            { "links moved to https", entry => entry with { Link = entry.Link!.Replace("http:", "https:", StringComparison.Ordinal) } },
            {
                "guids that are addresses moved to https",
                entry => entry with { Id = entry.Id!.Replace("http:", "https:", StringComparison.Ordinal) }
            },
            { "links carry tracking", entry => entry with { Link = $"{entry.Link}?utm_source=feed" } },
            { "titles are edited", entry => entry with { Title = $"{entry.Title}, corrected" } },
            { "dates are bumped", entry => entry with { Published = entry.Published + TimeSpan.FromDays(40) } },
            { "dates are of the future", entry => entry with { Published = new DateTimeOffset(2099, 1, 1, 0, 0, 0, TimeSpan.Zero) } },
            { "dates are gone", entry => entry with { Published = null } },
            { "texts are edited", entry => entry with { Summary = "Another text." } },
        };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Change_of_all_entries_yields_only_the_added_one_as_new(string change, Func<FeedEntry, FeedEntry> changed)
    {
        Assert.NotEmpty(change);
        var first = First(Entries(6));

        var second = Next(first, [.. Entries(7).Select(changed)]);

        Assert.Equal("Story 6", Assert.Single(second.New).Entry.Title![..7]);
        Assert.Null(second.Doubt);
    }

    [Theory]
    [InlineData(nameof(IdentityRule.Link))]
    [InlineData(nameof(IdentityRule.Title))]
    public void Bumped_dates_repeat_nothing_in_feeds_without_guids(string rule)
    {
        ImmutableArray<FeedEntry> Without(int count, TimeSpan bump) =>
            [
                .. Entries(count)
                    .Select(entry =>
                        entry with
                        {
                            Id = null,
                            Link = rule == nameof(IdentityRule.Link) ? entry.Link : null,
                            Published = entry.Published + bump,
                        }
                    ),
            ];
        var first = First(Without(4, TimeSpan.Zero));
        Assert.Equal(rule, first.Rule.ToString());

        var second = Next(first, Without(5, TimeSpan.FromHours(30)));

        Assert.Equal("Story 4", Assert.Single(second.New).Entry.Title);
    }

    [Fact]
    public void Guids_that_change_on_each_read_are_abandoned()
    {
        var first = First(Entries(5));
        var second = Next(first, [.. Entries(5).Select(entry => entry with { Id = $"b-{entry.Id}" })]);
        Assert.Equal(IdentityRule.Link, second.Rule);

        var third = Next(second, [.. Entries(6).Select(entry => entry with { Id = $"c-{entry.Id}", Title = $"{entry.Title} (edited)" })]);

        Assert.Equal("Story 5 (edited)", Assert.Single(third.New).Entry.Title);
    }

    [Fact]
    public void Feed_that_empties_and_returns_repeats_nothing()
    {
        var first = First(Entries(5));

        var empty = Next(first, []);
        var back = Next(first with { Rule = empty.Rule }, Entries(5));

        Assert.Empty(back.New);
    }

    [Fact]
    public void Entry_without_a_title_is_recognised_by_its_text()
    {
        ImmutableArray<FeedEntry> notes = [.. Entries(3).Select(entry => entry with { Id = null, Link = null, Title = null })];

        Assert.Empty(Next(First(notes), notes).New);
    }

    [Fact]
    public void Twenty_entries_after_a_long_pause_are_new_and_not_held()
    {
        var second = Next(First(Entries(5)), [.. Entries(30).Take(20)]);

        Assert.Equal(20, second.New.Count());
        Assert.Null(second.Doubt);
    }

    [Fact]
    public void Sudden_archive_is_held()
    {
        var old = Enumerable
            .Range(0, 50)
            .Select(index => new FeedEntry(
                $"old-{index}",
                $"http://news.test/old/{index}",
                $"Old {index}",
                null,
                Start - TimeSpan.FromDays(index + 1),
                null
            ));

        var second = Next(First(Entries(5)), [.. Entries(5), .. old]);

        Assert.Equal(new FeedDoubt(50, 55), second.Doubt);
    }

    [Fact]
    public void Feed_whose_entries_all_return_with_other_keys_and_dates_is_held()
    {
        var second = Next(
            First(Entries(20)),
            [
                .. Entries(20)
                    .Select(entry =>
                        entry with
                        {
                            Id = $"x-{entry.Id}",
                            Link = $"{entry.Link}-x",
                            Published = entry.Published + TimeSpan.FromDays(3),
                        }
                    ),
            ]
        );

        Assert.NotNull(second.Doubt);
    }

    private static ImmutableArray<FeedEntry> Entries(int count) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(index => new FeedEntry(
                    $"http://news.test/?p={index}",
                    $"http://news.test/{index}",
                    string.Create(CultureInfo.InvariantCulture, $"Story {index}"),
                    $"What happened in story {index}.",
                    Start + TimeSpan.FromHours(index),
                    null
                ))
                .Reverse(),
        ];

    private static FeedDiff First(ImmutableArray<FeedEntry> entries) => FeedDiff.Create(null, [], entries);

    // What was read first is known now.
    private static FeedDiff Next(FeedDiff before, ImmutableArray<FeedEntry> entries) =>
        FeedDiff.Create(
            before.Rule,
            [.. before.Entries.Select((entry, index) => new KnownEntry(entry.Known?.Sighting ?? index, index, entry.Keys))],
            entries
        );
}
