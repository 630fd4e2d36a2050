using AiNewsBot.Answering;
using AiNewsBot.Chat.Cards;

namespace AiNewsBot.Chat.Routing;

/// <summary>/help: how to ask.</summary>
internal sealed class HelpCommand(IEnumerable<CommandDefinition> others, IReadOnlyCollection<CommandDefinition> groups) : Command
{
    public override CommandDefinition Definition { get; } = new("help", "How to ask, with examples");

    public override bool IsPrivate(Request request) => true;

    public override ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        var commands = others
            .Append(Definition)
            .GroupBy(command => command.Kind == CommandKind.Slash ? command.Name.Split(' ')[0] : command.Name)
            .Select(Line);
        var card = new CardWriter(VerdictStyle.Accent(null))
            .Add("**Ask in everyday words**")
            .Add(
                """
                - `/ask is grok open source`
                - `/ask can I use llama 3 commercially`
                - `/ask what was the licence of phi-2 in december 2023`
                - `/ask which chinese models are open weights`
                """
            )
            .Add("**Commands**", isApart: true)
            .Add(string.Join('\n', commands))
            .ToCard();
        return ValueTask.FromResult<Reply>(new Reply.Show(card, IsPrivate: true));
    }

    // Commands of two words are together: /settings setup · roles · show.
    private string Line(IGrouping<string, CommandDefinition> together)
    {
        if (groups.FirstOrDefault(group => group.Name == together.Key) is { } group)
            return $"- `/{group.Name}` {string.Join(" · ", together.Select(command => command.Name[(group.Name.Length + 1)..]))}: "
                + $"{Markdown.Escape(group.Description)}";
        var command = together.First();
        return $"- {(command.Kind == CommandKind.Slash ? $"`/{command.Name}`" : $"{command.Name}, in a message's menu under Apps")}: "
            + $"{Markdown.Escape(command.Description)}";
    }
}
