using AiNewsBot.Chat;
using AiNewsBot.Curation.Checks;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Facts.Model;
using AiNewsBot.Links;

namespace AiNewsBot.Curation.Forms;

/// <summary>The form of a model that is not known yet. Forms have five fields at most: its dates and parts follow as facts.</summary>
internal static class ModelForms
{
    private const int MaxLicenceLength = 100;

    public static Reply.Form Create(FormTarget target, FactFields? shown)
    {
        var model = shown?.Model;
        return new Reply.Form(
            target.Id,
            target.Purpose == FormPurpose.Suggest ? "Suggest a model" : "Add a model",
            [
                new FormField("name", "What is it called?", "As people write it: Grok-1", NameValidator.MaxLength) { Value = model?.Name },
                new FormField("maker", "Who makes it?", "A company, a lab or a person", NameValidator.MaxLength) { Value = model?.Maker },
                new FormField("licence", "Its licence, if it has one", "Its SPDX id or name: Apache-2.0", MaxLicenceLength)
                {
                    IsOptional = true,
                    Value = model?.Licence,
                },
                new FormField("weights", "Can its weights be had?")
                {
                    Kind = FieldKind.Choice,
                    Choices = FactProperties.Choices(Components.Weights),
                    Value = model?.Weights,
                },
                new FormField("source", "Source: where can others read it?", "https://…", PublicLink.MaxLength) { Value = shown?.Source },
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
