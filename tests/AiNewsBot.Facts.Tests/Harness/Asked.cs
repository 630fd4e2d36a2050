using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Snapshots;

namespace AiNewsBot.Facts.Tests.Harness;

/// <summary>Answers on models that are a line each: "one = weights available 2024-01-01; licence Permissive".</summary>
internal static class Asked
{
    /// <summary>Licences beside those of <see cref="FactBuilder.Facts"/>.</summary>
    public static Subject[] Licences { get; } =
    [
        FactLine.Terms("Plain", "commercial conditional"),
        FactLine.Terms("Copyleft", "commercial yes", "osi_approved true", "condition share-alike | text: Keep these terms."),
        FactLine.Terms(
            "Terms",
            "commercial conditional",
            "condition user-cap | text: At most a million users. | limit: 1000000",
            "condition naming | text: Name the model."
        ),
        FactLine.Terms("Local", "commercial yes", "condition territory | text: Not in the European Union | in: EU | except: end users"),
        FactLine.Terms(
            "Outputs",
            "commercial no",
            "condition non-commercial | text: No sales.",
            "outputs_commercial yes | text: Outputs may be sold.",
            "outputs_training no | text: No training.",
            "derivatives bound | text: what is built on it keeps its terms"
        ),
        FactLine.Terms("Free", "commercial yes", "osi_approved true", "derivatives free"),
    ];

    public static FactBase Facts(params string[] models) => Facts([], models);

    public static FactBase Facts(Subject[] more, params string[] models) =>
        FactBuilder.Facts([
            .. Licences,
            .. more,
            .. models.Select(model => model.Split(" = ", 2)).Select(parts => FactLine.Model(parts[0], parts[1].Split("; "))),
        ]);

    /// <summary>The answer on the model "one", of which the lines are all that is known.</summary>
    public static Answer One(Aspect aspect, string lines, string? today = null) => Of("one", aspect, Facts($"one = {lines}"), today);

    /// <summary>The answer on the family of these models.</summary>
    public static Answer Family(Aspect aspect, params string[] models) => Of("family", aspect, Facts(models));

    public static Answer Of(string id, Aspect aspect, FactBase facts, string? today = null) =>
        new Answerer(facts).View(facts.Find(id)!, aspect, today is null ? FactBuilder.Today : DateOnly.Parse(today, null));

    /// <summary>The rows of an answer, as people read them.</summary>
    public static string Rows(this Answer answer) =>
        string.Join(" / ", answer.Rows.Select(row => row.Label.Length == 0 ? row.Value : $"{row.Label}: {row.Value}"));
}
