using System.Collections.Immutable;
using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions;
using AiNewsBot.Facts.Snapshots;

namespace AiNewsBot.Facts.Tests.Harness;

/// <summary>Small facts for tests.</summary>
internal static class FactBuilder
{
    public static readonly DateOnly Today = new(2026, 11, 24);

    public static Source Source { get; } = new("https://example.org/source", "Source", "Someone", SourceKind.FirstHand);

    /// <summary>What an answer is made from, where nothing was asked.</summary>
    public static AnswerContext Context(params Subject[] releases) =>
        new(
            Facts(releases),
            Languages.Wordings[0],
            new Question
            {
                Text = "",
                Tokens = [],
                Links = [],
            },
            Today,
            null
        );

    public static Statement State(
        string subject,
        string property,
        string value,
        string? since = null,
        string? until = null,
        Rank rank = Rank.Normal
    ) =>
        new()
        {
            Subject = subject,
            Property = property,
            Value = value,
            ValidFrom = since is null ? null : FactDate.Parse(since),
            ValidTo = until is null ? null : FactDate.Parse(until),
            Sources = [Source],
            VerifiedOn = Today,
            Rank = rank,
        };

    public static Subject Licence(string id, string commercial, bool osi = false, params string[] conditions) =>
        new()
        {
            Kind = SubjectKind.Licence,
            Id = id,
            Name = id,
            Statements =
            [
                State(id, Properties.OsiApproved, osi ? "true" : "false"),
                .. commercial.Length == 0 ? ImmutableArray<Statement>.Empty : [State(id, Properties.Commercial, commercial)],
                .. conditions.Select(condition => State(id, Properties.Condition, condition)),
            ],
        };

    public static Subject Release(string id, params Statement[] statements) =>
        new()
        {
            Kind = SubjectKind.Release,
            Id = id,
            Name = id,
            Parent = "family",
            Statements = [State(id, Properties.Announced, "2024-01-01", "2024-01-01"), .. statements],
        };

    /// <summary>A topic: questions are read by what topics are asked for, so that facts without any cannot be asked in words.</summary>
    public static Subject Topic { get; } =
        new()
        {
            Kind = SubjectKind.Topic,
            Id = "weather",
            Name = "Weather",
            Asks = ["how is the weather today"],
            Statements = [State("weather", Properties.Says, "It rains.")],
        };

    /// <summary>Facts of releases under a family and an organisation, with licences of every sort.</summary>
    public static FactBase Facts(params Subject[] releases) =>
        FactBase.Create([
            new Subject
            {
                Kind = SubjectKind.Organization,
                Id = "maker",
                Name = "Maker",
            },
            new Subject
            {
                Kind = SubjectKind.Family,
                Id = "family",
                Name = "Family",
                Parent = "maker",
            },
            Licence("Permissive", "yes", osi: true, "notice", "attribution"),
            Licence("Capped", "conditional", osi: false, "user-cap"),
            Licence("Non-Commercial", "no", osi: false, "non-commercial"),
            Licence("Requesting", "yes", osi: false, "request", "share-alike"),
            Licence("Unread", ""),
            .. releases,
        ]);
}
