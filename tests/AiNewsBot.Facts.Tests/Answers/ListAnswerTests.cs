using System.Collections.Immutable;
using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Dates;
using AiNewsBot.Facts.Questions.Lists;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Facts.Tests.Harness;
using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.Facts.Tests.Answers;

/// <summary>Which releases a filter lets through, one filter at a time.</summary>
public sealed class ListAnswerTests
{
    private static readonly FactBase Facts = Asked.Facts(
        [
            FactLine.Subject(SubjectKind.Organization, "french", "country FR"),
            FactLine.Subject(SubjectKind.Family, "fleur") with
            {
                Parent = "french",
            },
            Of("fleur-1", "fleur", "announced 2025-05-01", "weights available 2025-05-01", "licence Permissive"),
            Of("fleur-2", "fleur", "announced 2025-06-01", "weights unavailable"),
            Modal("pic", "image", "weights available 2024-03-01", "licence Non-Commercial"),
            Modal("Line 3", "text", "weights available 2023-01-01", "licence Terms"),
            Modal("Line 3-Max", "text", "weights available 2023-02-01", "licence Terms"),
            Modal("Line 3.5", "text", "weights available 2023-03-01", "licence Capped"),
        ],
        "full = weights available 2022-01-01; licence Permissive; training_code available; inference_code available; "
            + "data_information sufficient; paper available",
        "dark = announced 2021-01-01; weights unknown; paper unavailable"
    );

    private static readonly AnswerContext Context = FactBuilder.Context() with { Facts = Facts };

    public static TheoryData<string, string> Filters =>
        new()
        {
            { "", "fleur-2 fleur-1 pic Line 3.5 Line 3-Max Line 3 full dark" },
            { "of french", "fleur-2 fleur-1" },
            { "of fleur", "fleur-2 fleur-1" },
            { "of Line 3", "Line 3-Max Line 3" },
            { "except french", "pic Line 3.5 Line 3-Max Line 3 full dark" },
            { "except fleur-2", "fleur-1 pic Line 3.5 Line 3-Max Line 3 full dark" },
            { "country FR", "fleur-2 fleur-1" },
            { "country DE", "" },
            { "abroad DE", "fleur-2 fleur-1" },
            { "verdict OpenSource", "full" },
            { "verdict OpenWeights OpenSource", "fleur-1 full" },
            { "verdict Closed", "fleur-2" },
            { "verdict NonCommercialWeights", "pic" },
            { "licence Permissive", "fleur-1 full" },
            { "licence Capped Terms", "Line 3.5 Line 3-Max Line 3" },
            { "not-licence Permissive", "pic Line 3.5 Line 3-Max Line 3" },
            { "group osi", "fleur-1 full" },
            { "group capp", "Line 3.5" },
            { "condition naming", "Line 3-Max Line 3" },
            { "condition naming user-cap", "Line 3-Max Line 3" },
            { "no-condition user-cap", "fleur-1 pic full" },
            { "component paper", "full" },
            { "component weights training_code", "full" },
            { "without weights", "fleur-2" },
            { "without paper", "dark" },
            { "modality image", "pic" },
            { "during 2023-01-01 2023-12-31", "Line 3.5 Line 3-Max Line 3" },
            { "during 2023-02-01 2023-02-01", "Line 3-Max" },
            { "class 3", "" },
        };

    [Theory]
    [MemberData(nameof(Filters))]
    public void Filter_lets_through_what_it_names(string filter, string releases) =>
        Assert.Equal(releases, string.Join(' ', ListAnswers.Find(Context, Read(filter)).Select(judged => judged.Release.Name)));

    // Names that differ in nothing but their letters' case are those of two releases.
    [Fact]
    public void Release_called_alike_is_not_of_the_line()
    {
        var facts = Asked.Facts("Line 3 = weights unavailable", "x = weights unavailable");
        facts = facts.With([facts.Find("x")!.Subject with { Name = "LINE 3" }]);
        var context = FactBuilder.Context() with { Facts = facts };

        Assert.Equal(
            ["Line 3"],
            ListAnswers.Find(context, new ListFilter { Of = [facts.Find("Line 3")!] }).Select(judged => judged.Release.Name)
        );
    }

    [Fact]
    public void List_puts_alike_releases_of_a_family_together_and_names_the_maker()
    {
        var answer = ListAnswers.Create(Context, Read("licence Permissive Terms") with { Words = ["apache or terms"] });

        Assert.Equal("Apache or terms: 4 releases, newest first:", answer.Lead);
        Assert.Equal(
            "fleur-1: open weights, Permissive (french) / Line 3-Max, Line 3: restricted weights, Terms (Maker) / "
                + "full: open source, Permissive (Maker)",
            answer.Rows()
        );
        Assert.NotNull(answer.Filter);
    }

    [Theory]
    [InlineData("modality image", "Image: one release:")]
    [InlineData("", "All 8, newest first:")]
    public void List_says_how_many_there_are(string filter, string lead) =>
        Assert.Equal(lead, ListAnswers.Create(Context, Read(filter) with { Words = filter.Length == 0 ? [] : ["image"] }).Lead);

    // Many say open source who mean that the weights are to be had.
    [Theory]
    [InlineData("OpenSource", "None of the releases that I know matches open by the Open Source AI Definition. With published weights:")]
    [InlineData(
        "OpenWeights OpenSource",
        "None of the releases that I know matches open without restrictions of use. With published weights:"
    )]
    public void List_of_none_widens_to_published_weights(string verdicts, string lead)
    {
        var answer = ListAnswers.Create(Context, Read($"verdict {verdicts}") with { Modality = "image", Words = ["open"] });

        Assert.Equal((lead, "pic"), (answer.Lead, Assert.Single(answer.Rows).Label));
    }

    [Fact]
    public void That_none_of_a_maker_matches_follows_from_the_facts_of_all_and_is_shown()
    {
        var none = ListAnswers.Create(
            Context,
            Read("of french") with
            {
                Verdicts = [VerdictKind.RestrictedWeights],
                Words = ["french", "restricted"],
            }
        );
        var unknown = ListAnswers.Create(Context, Read("country DE") with { Words = ["german"] });

        Assert.Equal((AnswerStatus.Answered, "I know no release of this kind: french, restricted."), (none.Status, none.Lead));
        Assert.Equal("fleur-2: closed / fleur-1: open weights since 2025-05-01, Permissive", none.Rows());
        Assert.Equal((AnswerStatus.NoFact, ""), (unknown.Status, unknown.Rows()));
    }

    [Fact]
    public void Long_list_has_pages()
    {
        var facts = FactBuilder.Facts([
            .. Enumerable
                .Range(10, 45)
                .SelectMany(i =>
                    new[]
                    {
                        FactLine.Subject(SubjectKind.Family, $"f{i}") with
                        {
                            Parent = "maker",
                        },
                        Of($"m{i}", $"f{i}", $"announced 20{i}", "weights unavailable"),
                    }
                ),
        ]);
        var answerer = new Answerer(facts);

        var second = answerer.List(new ListFilter(), new DateOnly(2099, 1, 1), page: 2);
        var last = answerer.List(new ListFilter(), new DateOnly(2099, 1, 1), page: 3);

        Assert.Equal("All 45, newest first (page 2 of 3):", second.Lead);
        Assert.Equal(("m34", "m15", "and 5 more."), (second.Rows[0].Label, second.Rows[^1].Label, Assert.Single(second.Notes)));
        Assert.Equal((5, 0), (last.Rows.Length, last.Notes.Length));
    }

    [Fact]
    public void Empty_filter_narrows_by_nothing_and_every_other_by_something()
    {
        Assert.True(new ListFilter().IsEmpty);
        Assert.All(Filters.Select(row => (string)row.Data.Item1).Where(text => text.Length > 0), text => Assert.False(Read(text).IsEmpty));
    }

    private static ListFilter Read(string text)
    {
        var (key, value) = text.Split(' ', 2) is [var first, var rest] ? (first, rest) : ("", "");
        ImmutableArray<string> words = [.. value.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        return key switch
        {
            "of" => new ListFilter { Of = [Facts.Find(value)!] },
            "except" => new ListFilter { ExceptOf = [Facts.Find(value)!] },
            "country" => new ListFilter { Countries = words },
            "abroad" => new ListFilter { ExceptCountries = words },
            "verdict" => new ListFilter { Verdicts = [.. words.Select(Enum.Parse<VerdictKind>)] },
            "licence" => new ListFilter
            {
                Licence = Facts.Find(words[0]),
                OtherLicences = [.. words.Skip(1).Select(id => Facts.Find(id)!)],
            },
            "not-licence" => new ListFilter { ExceptLicence = Facts.Find(value) },
            "group" => new ListFilter { LicenceGroup = value },
            "condition" => new ListFilter { Conditions = words },
            "no-condition" => new ListFilter { NoConditions = words },
            "component" => new ListFilter { Components = words },
            "without" => new ListFilter { Without = words },
            "modality" => new ListFilter { Modality = value },
            "during" => new ListFilter { During = new Period(DateOnly.Parse(words[0], null), DateOnly.Parse(words[1], null)) },
            "class" => new ListFilter { OpennessClass = int.Parse(value, null) },
            _ => new ListFilter(),
        };
    }

    private static Subject Of(string id, string family, params string[] lines) => FactLine.Model(id, lines) with { Parent = family };

    private static Subject Modal(string id, string modality, params string[] lines) =>
        FactLine.Model(id, lines) is var model ? model with { Details = model.Details.Add(DetailNames.Modality, modality) } : null!;
}
