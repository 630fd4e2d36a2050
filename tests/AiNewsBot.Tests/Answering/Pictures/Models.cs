using System.Collections.Immutable;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Snapshots;

namespace AiNewsBot.Tests.Answering.Pictures;

/// <summary>Facts made up for pictures, so that a correction of the real ones changes no reference.</summary>
internal static class Models
{
    public static readonly DateOnly Today = new(2026, 11, 24);

    private static readonly Source Source = new("https://example.org/source", "Source", "Someone", SourceKind.FirstHand);

    /// <summary>A maker of open and closed models, another of open ones, and one whose name few fonts can write.</summary>
    public static FactBase Facts { get; } =
        FactBase.Create([
            Licence("Apache-2.0", "yes"),
            Licence("LicenseRef-Aurora", "conditional", name: "Aurora Community Licence", conditions: "user-cap"),
            Licence("CC-BY-NC-4.0", "no"),
            Maker("aurora", "Aurora Labs"),
            Family(
                "boreal",
                "Boreal",
                "aurora",
                Say(
                    "boreal",
                    Properties.Event,
                    "Aurora Labs says that it will publish Boreal 2 once it is safe.",
                    "2023-06",
                    ("kind", "announcement")
                ),
                Say("boreal", Properties.Promise, "open source Boreal 2", "2024-02-01", ("by", "Aurora Labs"), ("fulfilled", "2024-05-14")),
                Say(
                    "boreal",
                    Properties.Promise,
                    "publish the weights of Boreal 3",
                    "2025-03-10",
                    ("by", "Ada Example"),
                    ("due", "2025-12")
                )
            ),
            Release(
                "boreal-1",
                "Boreal 1",
                "boreal",
                "2023-01-20",
                "2023-01-20",
                "CC-BY-NC-4.0",
                ("training_code", "unavailable"),
                ("training_data", "unavailable"),
                ("paper", "available")
            ),
            Release(
                "boreal-2",
                "Boreal 2",
                "boreal",
                "2023-05-02",
                "2024-05-14",
                "Apache-2.0",
                ("training_code", "unavailable"),
                ("inference_code", "available"),
                ("training_data", "partial"),
                ("paper", "available")
            ),
            Release(
                "boreal-3",
                "Boreal 3",
                "boreal",
                "2025-03-10",
                null,
                null,
                ("training_code", "unavailable"),
                ("training_data", "unavailable")
            ),
            Release(
                "boreal-3-mini",
                "Boreal 3 mini (1B and 3B)",
                "boreal",
                "2025-04/2025-06",
                "2025-06-30",
                "LicenseRef-Aurora",
                ("weights", "gated"),
                ("model_card", "on-request"),
                ("inference_code", "available")
            ),
            Maker("commons", "Commons Research"),
            Family("meadow", "Meadow", "commons"),
            Release(
                "meadow-1",
                "Meadow 1",
                "meadow",
                "2024-11",
                "2024-11",
                "Apache-2.0",
                ("data_information", "sufficient"),
                ("training_code", "available"),
                ("inference_code", "available"),
                ("training_data", "available"),
                ("architecture", "available"),
                ("paper", "available"),
                ("technical_report", "available"),
                ("model_card", "available"),
                ("data_card", "available"),
                ("evaluation_results", "available"),
                ("evaluation_code", "available"),
                ("data_preprocessing_code", "partial"),
                ("intermediate_weights", "available")
            ),
            Maker("delta", "Delta"),
            Family(
                "river",
                "River",
                "delta",
                Say(
                    "river",
                    Properties.Event,
                    "Delta moves River 2 to Apache-2.0, so that anyone may build on it.",
                    "2025-02-11",
                    ("kind", "licence"),
                    ("about", "river-2")
                )
            ),
            Relicensed("river-1", "River 1", "2024-03-05", "2024-09-30"),
            Relicensed("river-2", "River 2", "2024-10-01", "2025-02-11"),
            Maker("star", "星辰实验室", "Star Lab"),
            Family("star-family", "星辰", "star"),
            .. Enumerable
                .Range(0, 120)
                .Select(i =>
                    Release(
                        $"star-{i}",
                        $"星辰-{i}",
                        "star-family",
                        $"20{20 + i / 24}-{1 + i / 2 % 12:00}-{1 + i % 28:00}",
                        i % 3 == 0 ? null : $"20{20 + i / 24}-{1 + i / 2 % 12:00}-{1 + i % 28:00}",
                        i % 3 == 0 ? null
                            : i % 3 == 1 ? "Apache-2.0"
                            : "CC-BY-NC-4.0"
                    )
                ),
        ]);

    public static SubjectView Create(string id) => Facts.Find(id)!;

    private static Subject Maker(string id, string name, params ImmutableArray<string> aliases) =>
        new()
        {
            Kind = SubjectKind.Organization,
            Id = id,
            Name = name,
            Aliases = aliases,
        };

    private static Subject Family(string id, string name, string maker, params ImmutableArray<Statement> statements) =>
        new()
        {
            Kind = SubjectKind.Family,
            Id = id,
            Name = name,
            Parent = maker,
            Statements = statements,
        };

    private static Subject Release(
        string id,
        string name,
        string family,
        string announced,
        string? weights,
        string? licence,
        params (string Component, string Availability)[] components
    ) =>
        new()
        {
            Kind = SubjectKind.Release,
            Id = id,
            Name = name,
            Parent = family,
            Statements =
            [
                Say(id, Properties.Announced, announced, announced),
                .. components.Any(pair => pair.Component == Components.Weights)
                    ? ImmutableArray<Statement>.Empty
                    : [Say(id, Components.Weights, weights is null ? "unavailable" : "available", weights)],
                .. licence is null ? ImmutableArray<Statement>.Empty : [Say(id, Properties.Licence, licence, weights)],
                .. components.Select(pair =>
                    Say(id, pair.Component, pair.Availability, pair.Component == Components.Weights ? weights : null)
                ),
            ],
        };

    private static Subject Relicensed(string id, string name, string published, string changed) =>
        new()
        {
            Kind = SubjectKind.Release,
            Id = id,
            Name = name,
            Parent = "river",
            Statements =
            [
                Say(id, Properties.Announced, published, published),
                Say(id, Components.Weights, "available", published),
                Say(id, Properties.Licence, "CC-BY-NC-4.0", published) with
                {
                    ValidTo = FactDate.Parse(changed),
                },
                Say(id, Properties.Licence, "Apache-2.0", changed),
            ],
        };

    private static Subject Licence(string id, string commercial, string? name = null, string? conditions = null) =>
        new()
        {
            Kind = SubjectKind.Licence,
            Id = id,
            Name = name ?? id,
            Statements =
            [
                Say(id, Properties.OsiApproved, id == "Apache-2.0" ? "true" : "false"),
                Say(id, Properties.Commercial, commercial),
                .. conditions is null ? ImmutableArray<Statement>.Empty : [Say(id, Properties.Condition, conditions)],
            ],
        };

    private static Statement Say(
        string subject,
        string property,
        string value,
        string? since = null,
        params (string Name, string Value)[] qualifiers
    ) =>
        new()
        {
            Subject = subject,
            Property = property,
            Value = value,
            ValidFrom = since is null ? null : FactDate.Parse(since),
            Sources = [Source],
            VerifiedOn = Today,
            Qualifiers = qualifiers.ToImmutableSortedDictionary(pair => pair.Name, pair => pair.Value),
        };
}
