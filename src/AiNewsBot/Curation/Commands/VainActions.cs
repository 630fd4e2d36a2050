using System.Collections.Immutable;
using System.Globalization;
using AiNewsBot.Commands;
using AiNewsBot.Curation.Drafts;
using AiNewsBot.Facts;
using AiNewsBot.Servers;
using AiNewsBot.Transport;

namespace AiNewsBot.Curation.Commands;

/// <summary>What moderators do about a question that was asked in vain.</summary>
internal sealed class VainActions(FactGate gate, VainQuestions questions) : IActions
{
    public const string AddFact = "vain-fact";
    public const string AddAlias = "vain-alias";
    public const string Ignore = "vain-ignore";

    public ImmutableArray<string> Actions { get; } = [AddFact, AddAlias, Ignore];

    public Waiting WaitingFor(string action) => action == Ignore ? Waiting.ForChange : Waiting.ForNothing;

    public ValueTask<Reply> ActAsync(Request request, string action, string argument, CancellationToken cancellationToken)
    {
        var (place, refusal) = gate.Enter(request, Power.Edit, isGlobal: false);
        if (place is null)
            return ValueTask.FromResult(refusal!);
        if (!long.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return ValueTask.FromResult(Answered.Say("This button is of another version of the bot. Begin anew with /fact unanswered."));
        var target = new FormTarget(FormPurpose.Edit, IsGlobal: false);
        switch (action)
        {
            case AddFact:
                return ValueTask.FromResult(FactForms.OfAny(target));
            case AddAlias:
                return ValueTask.FromResult(FactForms.OfAny(target with { Property = Properties.Alias }));
            default:
                questions.Ignore(place, number);
                return ValueTask.FromResult<Reply>(new Reply.Change(questions.Next(place, "Ignored.")));
        }
    }
}
