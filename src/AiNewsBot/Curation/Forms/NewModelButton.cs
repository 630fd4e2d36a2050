using AiNewsBot.Chat;

namespace AiNewsBot.Curation.Forms;

/// <summary>Opens the form of a model that is not known yet.</summary>
/// <param name="Name">What it was called.</param>
internal sealed record NewModelButton(FormPurpose Purpose, string Name)
{
    /// <summary>The id; a name that does not fit is left out.</summary>
    public string Id =>
        ButtonFields.Format(FactButtonIds.NewModel, (int)Purpose, Name) is { Length: <= ButtonId.MaxLength } id
            ? id
            : ButtonFields.Format(FactButtonIds.NewModel, (int)Purpose, "");

    public static NewModelButton? Parse(string argument) =>
        ButtonFields.Parse(argument, max: 2) is [var kind, var name]
        && Enum.TryParse<FormPurpose>(kind, out var purpose)
        && purpose is FormPurpose.Edit or FormPurpose.Suggest
            ? new NewModelButton(purpose, name)
            : null;
}
