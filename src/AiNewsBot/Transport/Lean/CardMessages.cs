using AiNewsBot.Cards;
using AiNewsBot.Discord.Messages;

namespace AiNewsBot.Transport.Lean;

/// <summary>Cards as Discord's messages: a box with the card's colour, its texts and its buttons.</summary>
internal static class CardMessages
{
    public static OutgoingMessage Of(Card card, bool isPrivate)
    {
        var children = new List<Component>();
        foreach (var block in card.Blocks)
        {
            if (block.IsApart && children.Count > 0)
                children.Add(new Component.Separator());
            children.Add(new Component.Text(block.Markdown));
        }

        if (!card.Buttons.IsEmpty)
            children.Add(new Component.Row([.. card.Buttons.Take(DiscordLimits.ButtonsInRow).Select(button => new Component.Button(Short(button.Label), button.Id))]));
        return new OutgoingMessage { Components = [new Component.Container([.. children], card.Accent)], IsEphemeral = isPrivate };
    }

    private static string Short(string label) => label.Length <= DiscordLimits.ButtonLabel ? label : label[..(DiscordLimits.ButtonLabel - 1)] + "…";
}
