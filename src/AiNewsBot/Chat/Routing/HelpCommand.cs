using AiNewsBot.Answering;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Chat.Texts;

namespace AiNewsBot.Chat.Routing;

/// <summary>/help: how to ask.</summary>
internal sealed class HelpCommand(IEnumerable<CommandDefinition> others, IReadOnlyCollection<CommandDefinition> groups) : Command
{
    private static readonly string[] Examples =
    [
        "help.example_openness",
        "help.example_commercial",
        "help.example_licence",
        "help.example_list",
    ];

    public override CommandDefinition Definition { get; } = new("help", "How to ask, with examples");

    public override bool IsPrivate(Request request) => true;

    public override ValueTask<AccessRule> GetAccessAsync(Request request) => new(AccessRule.Everyone);

    public override ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        var texts = request.Texts;
        var commands = others
            .Append(Definition)
            .GroupBy(command => command.Kind == CommandKind.Slash ? command.Name.Split(' ')[0] : command.Name)
            .Select(together => Line(together, texts));
        var card = new CardWriter(VerdictStyle.Accent(null))
            .Add($"**{texts["help.title"]}**")
            .Add(string.Join('\n', Examples.Select(example => $"- `/{texts.CommandName("ask")} {texts[example]}`")))
            .Add($"**{texts["help.commands"]}**", isApart: true)
            .Add(string.Join('\n', commands))
            .ToCard();
        return ValueTask.FromResult<Reply>(new Reply.Show(card, IsPrivate: true));
    }

    // Commands of two words are together: /settings setup · roles · show.
    private string Line(IGrouping<string, CommandDefinition> together, ChatTexts texts)
    {
        if (groups.FirstOrDefault(group => group.Name == together.Key) is { } group)
            return $"- `/{texts.CommandName(group.Name)}` {string.Join(" · ", WordsOf(together, texts))}: {Describe(group, texts)}";
        var command = together.First();
        return command.Kind == CommandKind.Slash
            ? $"- `/{texts.CommandName(command.Name)}`: {Describe(command, texts)}"
            : $"- {texts["help.menu", ("command", Markdown.Escape(texts.CommandName(command.Name)))]}";
    }

    // What follows the name of their group.
    private static IEnumerable<string> WordsOf(IGrouping<string, CommandDefinition> together, ChatTexts texts) =>
        together.Select(command => texts.CommandName(command.Name)[(texts.CommandName(together.Key).Length + 1)..]);

    private static string Describe(CommandDefinition command, ChatTexts texts) =>
        Markdown.Escape(CommandNames.Describe(texts.Locale, command.Name) ?? command.Description);
}
