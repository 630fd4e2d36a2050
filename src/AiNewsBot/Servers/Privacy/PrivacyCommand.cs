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

    public override CommandDefinition Definition { get; } = new("privacy", "What data is kept about you, to export or delete");

    public ImmutableArray<string> Actions { get; } = [Export, Ask, Forget];

    public override bool IsPrivate(Request request) => true;

    public DeferMode GetDeferMode(string action) => DeferMode.EphemeralMessage;

    public override ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken) =>
        ValueTask.FromResult<Reply>(
            Shown(
                Writer()
                    .Add("**What this bot keeps**")
                    .Add(
                        """
                        - questions that got no answer, counted by server, without the user id; all other questions: not at all
                        - your id beside the facts that you edited, suggested or decided on, and what you left unfinished in a form
                        - what a server sets: roles, channels, time zone, subscriptions, facts. It goes 30 days after the bot left.
                        """
                    )
                    .Add("The bot reads only messages that a command is run on, and keeps none.")
                    .AddButton(ButtonId.Format(Export, ""), "What data is kept about me")
                    .AddButton(ButtonId.Format(Ask, ""), "Forget me")
            )
        );

    public async ValueTask<Reply> HandleAsync(Request request, string action, string argument, CancellationToken cancellationToken) =>
        action switch
        {
            Export => Shown(
                Writer().Add("**What is kept of you**"),
                new CardFile("my-data.json", await data.ExportAsync(request.Caller.User))
            ),
            Ask => Shown(
                Writer()
                    .Add(
                        "Your id goes from all that you edited and suggested; the facts stay. This cannot be taken back, and you "
                            + "will not learn what becomes of your suggestions."
                    )
                    .AddButton(ButtonId.Format(Forget, ""), "Delete my data")
            ),
            _ => await DoneAsync(request),
        };

    private async Task<Reply> DoneAsync(Request request)
    {
        await data.ForgetAsync(request.Caller.User);
        return Replies.Ephemeral("Your data was deleted.");
    }

    private static CardWriter Writer() => new(VerdictStyle.Accent(null));

    private static Reply.Show Shown(CardWriter card, CardFile? file = null) =>
        new Reply.Show(card.ToCard() with { File = file }, IsPrivate: true);
}
