using AiNewsBot.Chat;
using AiNewsBot.Curation.Forms;

namespace AiNewsBot.Curation.Review;

/// <summary>Says that the source of a statement was read again.</summary>
/// <param name="Revision">Of the statement as it was seen.</param>
/// <param name="VerifiedOn">When it was checked before: the list continues behind it.</param>
internal sealed record VerifyButton(bool IsGlobal, string Statement, long Revision, string VerifiedOn)
{
    public string Id => ButtonFields.Format(FactButtonIds.Verify, FactCards.Flag(IsGlobal), Statement, Revision, VerifiedOn);

    public static VerifyButton? Parse(string argument) =>
        ButtonFields.Parse(argument) is [var layer, var statement, var revision, var day] && ButtonFields.Number(revision) is { } number
            ? new VerifyButton(layer == FactCards.GlobalFlag, statement, number, day)
            : null;
}
