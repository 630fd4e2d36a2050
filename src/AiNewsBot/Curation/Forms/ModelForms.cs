using AiNewsBot.Chat;
using AiNewsBot.Chat.Texts;
using AiNewsBot.Curation.Checks;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Facts.Model;
using AiNewsBot.Links;

namespace AiNewsBot.Curation.Forms;

/// <summary>The form of a model that is not known yet. Forms have five fields at most: its dates and parts follow as facts.</summary>
internal static class ModelForms
{
    private const int MaxLicenceLength = 100;

    private static ChatTexts Texts => ChatTexts.Current;

    public static Reply.Form Create(FormTarget target, FactFields? shown)
    {
        var model = shown?.Model;
        return new Reply.Form(
            target.Id,
            target.Purpose == FormPurpose.Suggest ? Texts["fact.suggest_model"] : Texts["fact.form_add_model"],
            [
                new FormField("name", Texts["fact.ask_name"], Texts["fact.hint_name"], NameValidator.MaxLength) { Value = model?.Name },
                new FormField("maker", Texts["fact.ask_maker"], Texts["fact.hint_maker"], NameValidator.MaxLength) { Value = model?.Maker },
                new FormField("licence", Texts["fact.ask_its_licence"], Texts["fact.hint_its_licence"], MaxLicenceLength)
                {
                    IsOptional = true,
                    Value = model?.Licence,
                },
                new FormField("weights", Texts["fact.ask_weights"])
                {
                    Kind = FieldKind.Choice,
                    Choices = FactProperties.Choices(Components.Weights),
                    Value = model?.Weights,
                },
                new FormField("source", Texts["fact.ask_source"], "https://…", PublicLink.MaxLength) { Value = shown?.Source },
            ]
        );
    }

    /// <summary>The form for a name that people asked for.</summary>
    public static Reply.Form For(FormPurpose purpose, string? name) =>
        Create(
            new FormTarget(purpose, IsGlobal: false) { Property = ModelFields.Property },
            new FactFields(null, null, null, null, null) { Model = new ModelFields(name, null, null, null) }
        );
}
