using AiNewsBot.Discord.Models;
using Discord;

namespace AiNewsBot.DiscordNet;

/// <summary>Forms by Discord.Net's builders, which have fields for text and no others. Files that may be left out are.</summary>
internal static class Forms
{
    public static bool CanShow(InteractionReply.Form form) =>
        form.Fields.All(field => field is Component.Field { Control: Component.TextInput or Component.FileUpload { IsOptional: true } });

    public static Modal Build(InteractionReply.Form form)
    {
        var modal = new ModalBuilder(form.Title, form.CustomId);
        foreach (var field in form.Fields.OfType<Component.Field>().Where(field => field.Control is Component.TextInput))
        {
            var input = (Component.TextInput)field.Control;
            modal.AddTextInput(
                new TextInputBuilder(
                    field.Title,
                    input.CustomId,
                    input.IsParagraph ? TextInputStyle.Paragraph : TextInputStyle.Short,
                    input.Placeholder,
                    maxLength: input.MaxLength,
                    required: !input.IsOptional,
                    value: input.Value
                )
            );
        }

        return modal.Build();
    }
}
