using AiNewsBot.Chat;
using AiNewsBot.Curation.Forms;

namespace AiNewsBot.Curation.Review;

/// <summary>A place in the list of facts that were not checked for long: the one behind this statement is next.</summary>
internal sealed record StalePlace(string VerifiedOn, string Statement)
{
    public static readonly StalePlace Beginning = new("", "");

    public string Id => ButtonFields.Format(FactButtonIds.Stale, VerifiedOn, Statement);

    public static StalePlace Parse(string argument) =>
        ButtonFields.Parse(argument) is [var day, var statement] ? new StalePlace(day, statement) : Beginning;
}
