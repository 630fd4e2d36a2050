using AiNewsBot.Chat;

namespace AiNewsBot.Curation.Forms;

/// <summary>A page of the history of a property.</summary>
/// <param name="Below">The revision below which it begins.</param>
internal sealed record FactHistoryButton(bool IsGlobal, string Subject, string Property, long Below)
{
    public string Id => ButtonFields.Format(FactButtonIds.History, FactCards.Flag(IsGlobal), Subject, Property, Below);

    public static FactHistoryButton? Parse(string argument) =>
        ButtonFields.Parse(argument) is [var layer, var subject, var property, var below] && ButtonFields.Number(below) is { } number
            ? new FactHistoryButton(layer == FactCards.GlobalFlag, subject, property, number)
            : null;
}
