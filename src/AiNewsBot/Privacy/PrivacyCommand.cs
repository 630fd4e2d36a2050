using System.Collections.Immutable;
using AiNewsBot.Answering;
using AiNewsBot.Cards;
using AiNewsBot.Commands;
using AiNewsBot.Transport;

namespace AiNewsBot.Privacy;

/// <summary>/privacy: what is kept, to take along or to have forgotten.</summary>
internal sealed class PrivacyCommand(PersonalData data) : Command, IActions
{
    private const string Export = "privacy-export";
    private const string Ask = "privacy-ask";
    private const string Forget = "privacy-forget";

    public override CommandDefinition Definition { get; } = new("privacy", "What is kept of you, to take along or to have forgotten");

    public ImmutableArray<string> Actions { get; } = [Export, Ask, Forget];

    public override bool IsPrivate(Request request) => true;

    public Waiting WaitingFor(string action) => Waiting.ForPrivateMessage;

    public override ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken) => ValueTask.FromResult<Reply>(Shown(Writer()
        .Add("**What this bot keeps**")
        .Add(
            """
            - questions that got no answer, counted by server, without whoever asked; all other questions: not at all
            - your id beside the facts that you edited, suggested or decided on, and what you wrote into a form and did not finish
            - what a server sets: roles, channels, time zone, subscriptions, facts of its own. It goes 30 days after the bot left the server.
            """)
        .Add("No message is read but those that somebody runs a command on, and none is kept.")
        .AddButton(ButtonId.Of(Export, ""), "What is kept of me").AddButton(ButtonId.Of(Ask, ""), "Forget me")));

    public ValueTask<Reply> ActAsync(Request request, string action, string argument, CancellationToken cancellationToken) => ValueTask.FromResult(action switch
    {
        Export => Shown(Writer().Add("**What is kept of you**"), new CardFile("my-data.json", data.Export(request.Caller.User))),
        Ask => Shown(Writer().Add("Your id goes from all that you edited and suggested; the facts stay. This cannot be taken back, and you will not learn what becomes of your suggestions.").AddButton(ButtonId.Of(Forget, ""), "Forget me for good")),
        _ => Done(request),
    });

    private Reply Done(Request request)
    {
        data.Forget(request.Caller.User);
        return Answered.Say("Forgotten: your id stands nowhere any more.");
    }

    private static CardWriter Writer() => new(VerdictStyle.Accent(null));

    private static Reply.Show Shown(CardWriter card, CardFile? file = null) => new Reply.Show(card.ToCard() with { File = file }, IsPrivate: true);
}
