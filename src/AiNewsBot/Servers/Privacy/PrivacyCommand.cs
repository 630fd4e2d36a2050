using System.Collections.Immutable;
using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;

namespace AiNewsBot.Servers.Privacy;

/// <summary>/privacy: what is kept, to take along or to have forgotten.</summary>
internal sealed class PrivacyCommand(PersonalData data) : Command, IComponentHandler
{
    private const string Export = "privacy-export";
    private const string Ask = "privacy-ask";
    private const string Forget = "privacy-forget";

    // Each kind of row that is kept, with how long.
    private static readonly string[] Kept = ["unanswered", "counts", "feedback", "votes", "claims", "edits", "follows", "drafts", "server"];

    public override CommandDefinition Definition { get; } = new("privacy", "What data is kept about you, to export or delete");

    public ImmutableArray<string> Actions { get; } = [Export, Ask, Forget];

    public override bool IsPrivate(Request request) => true;

    public DeferMode GetDeferMode(string action) => DeferMode.EphemeralMessage;

    public override ValueTask<AccessRule> GetAccessAsync(Request request) => new(AccessRule.Everyone);

    public override ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        var texts = request.Texts;
        return ValueTask.FromResult<Reply>(
            Shown(
                Writer()
                    .Add($"**{texts["privacy.title"]}**")
                    .Add(string.Join('\n', Kept.Select(key => $"- {texts[$"privacy.{key}"]}")))
                    .Add(texts["privacy.messages"])
                    .AddButton(ButtonId.Format(Export, ""), texts["privacy.show"])
                    .AddButton(ButtonId.Format(Ask, ""), texts["privacy.forget"])
            )
        );
    }

    public ValueTask<AccessRule> GetAccessAsync(Request request, string action, string argument) => new(AccessRule.Everyone);

    public async ValueTask<Reply> HandleAsync(Request request, string action, string argument, CancellationToken cancellationToken) =>
        action switch
        {
            Export => Shown(
                Writer().Add($"**{request.Texts["privacy.kept"]}**"),
                new CardFile("my-data.json", await data.ExportAsync(request.Caller.User, cancellationToken))
            ),
            Ask => Shown(
                Writer().Add(request.Texts["privacy.sure"]).AddButton(ButtonId.Format(Forget, ""), request.Texts["privacy.delete"])
            ),
            _ => await DoneAsync(request, cancellationToken),
        };

    private async Task<Reply> DoneAsync(Request request, CancellationToken cancellationToken)
    {
        await data.ForgetAsync(request.Caller.User, cancellationToken);
        return Replies.Ephemeral(request.Texts["privacy.deleted"]);
    }

    private static CardWriter Writer() => new(VerdictStyle.Accent(null));

    private static Reply.Show Shown(CardWriter card, CardFile? file = null) =>
        new Reply.Show(card.ToCard() with { File = file }, IsPrivate: true);
}
