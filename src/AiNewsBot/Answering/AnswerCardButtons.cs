using System.Collections.Immutable;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Chat.Texts;
using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;

namespace AiNewsBot.Answering;

/// <summary>The buttons below answers, by one plan for all: Timeline, Licence, Compare, More, and Share where one person sees it.</summary>
internal static class AnswerCardButtons
{
    private const int MaxChoices = 4;
    private const int MaxButtons = 5;
    private const int MaxReadings = 2;
    private const int MaxCompared = 3;
    private const int MaxPage = 9999;

    private static ChatTexts Texts => ChatTexts.Current;

    /// <summary>Adds those of an answer.</summary>
    public static void Add(CardWriter writer, Answer answer, CardOptions options)
    {
        if (answer.Status is AnswerStatus.Ambiguous or AnswerStatus.UnknownSubject)
        {
            foreach (var choice in answer.Choices.Take(answer.Status == AnswerStatus.UnknownSubject ? MaxChoices - 1 : MaxChoices))
                writer.AddButton(ChoiceId(options, choice), choice.Name);
        }

        if (answer.Status != AnswerStatus.Answered)
        {
            if (
                options.IsShareable
                && options.Asked is { Length: > 0 } asked
                && new AnswerReference.ForQuestion(asked) is { Fits: true } question
            )
                writer.AddButton(question.For(ButtonId.ShareAnswer), Texts["card.share"]);
            return;
        }

        AddPages(writer, answer);
        AddPlan(writer, answer);
        if (GetReference(answer, options) is { Fits: true } reference)
            writer.AddButton(reference.For(ButtonId.More), Texts["card.more"]);
    }

    /// <summary>Adds those of what "More" shows: what else may have been asked, what people think of it, and the form to report a mistake.
    /// </summary>
    public static void AddRest(CardWriter writer, Answer answer, AnswerReference reference)
    {
        if (answer is { Status: AnswerStatus.Answered })
        {
            writer.AddButton(reference.For(ButtonId.Useful), Texts["card.useful"]);
            writer.AddButton(reference.For(ButtonId.Wrong), Texts["card.wrong"]);
        }

        if (answer.Subjects is not [{ } subject, ..])
            return;
        writer.AddButton(ButtonId.Format(ButtonId.Report, subject.Id), Texts["card.report"]);
        foreach (var reading in answer.OtherReadings.Where(reading => reading != Aspect.Licence).Take(MaxReadings))
            writer.AddButton(new AspectButton(reading, subject.Id).Id, Label(reading));
    }

    /// <summary>The card of an answer that one person sees, with a button that shows it to all.</summary>
    public static Card WithShare(Card card, AnswerReference? reference) =>
        reference is AnswerReference.ForQuestion { Fits: false } ? WithLimit(card, AnswerReference.ForQuestion.MaxLength)
        : reference is { Fits: true } && card.Buttons.Length < MaxButtons
            ? card with
            {
                Buttons = card.Buttons.Add(new CardButton(reference.For(ButtonId.ShareAnswer), Texts["card.share"])),
            }
        : card;

    /// <summary>The card of a question whose choices are shown to the one who presses them alone, as they asked it.</summary>
    public static Card WithPrivateChoices(Card card) =>
        card with
        {
            Buttons =
            [
                .. card.Buttons.Select(button =>
                    ButtonId.Parse(button.Id) is (ButtonId.Choose, var argument)
                        ? button with
                        {
                            Id = ButtonId.Format(ButtonId.ChooseAlone, argument),
                        }
                        : button
                ),
            ],
        };

    /// <summary>The card of a list or timeline that one person sees: its pages stay shareable.</summary>
    public static Card WithOwnPages(Card card) =>
        card with
        {
            Buttons =
            [
                .. card.Buttons.Select(button =>
                    ButtonId.Parse(button.Id) switch
                    {
                        (ButtonId.ListPage, var argument) => button with { Id = ButtonId.Format(ButtonId.OwnListPage, argument) },
                        (ButtonId.TimelinePage, var argument) => button with { Id = ButtonId.Format(ButtonId.OwnTimelinePage, argument) },
                        _ => button,
                    }
                ),
            ],
        };

    /// <summary>The card of a question that has no answer, with a button that asks a server's moderators for one.</summary>
    public static Card WithTell(Card card, string asked) =>
        ButtonId.Format(ButtonId.Tell, asked) is not { Length: <= ButtonId.MaxLength } tell
            ? WithLimit(card, ButtonId.MaxLength - ButtonId.Format(ButtonId.Tell, "").Length)
        : card.Buttons.Length < MaxButtons
            ? card with
            {
                Buttons = card.Buttons.Insert(card.Buttons.Length - (HasShare(card) ? 1 : 0), new CardButton(tell, Texts["card.tell"])),
            }
        : card;

    // Says why a button is not there.
    private static Card WithLimit(Card card, int max) =>
        card with
        {
            Blocks = card.Blocks.Add(new CardBlock($"-# {Texts["card.too_long", ("count", $"{max}")]}", false)),
        };

    /// <summary>What an answer is of; null where no button can carry it.</summary>
    public static AnswerReference? GetReference(Answer answer, CardOptions options) =>
        options.Reference is { Fits: true } given ? given
        : options.Asked is { Length: > 0 } asked && new AnswerReference.ForQuestion(asked) is { Fits: true } question ? question
        : AnswerReference.From(answer);

    private static bool HasShare(Card card) => card.Buttons is [.., var last] && ButtonId.Parse(last.Id).Action == ButtonId.ShareAnswer;

    private static string ChoiceId(CardOptions options, SubjectView choice) =>
        options.Choose?.Invoke(choice) is { Fits: true } reference
            ? reference.For(ButtonId.Choose)
            : ButtonId.Format(ButtonId.Model, choice.Id);

    private static void AddPlan(CardWriter writer, Answer answer)
    {
        if (answer.Intent == Intent.Compare)
        {
            foreach (var compared in answer.Subjects.Take(MaxCompared))
                writer.AddButton(ButtonId.Format(ButtonId.Model, compared.Id), compared.Name);
        }

        if (
            answer.Subjects is not [{ Subject.Kind: SubjectKind.Release or SubjectKind.Family or SubjectKind.Organization } subject]
            || answer.Filter is not null
        )
            return;
        if (answer.Intent is not Intent.Timeline)
            writer.AddButton(ButtonId.Format(ButtonId.Timeline, subject.Id), Texts["card.timeline"]);
        if (answer.Intent is not Intent.Licence)
            writer.AddButton(ButtonId.Format(ButtonId.Licence, subject.Id), Texts["card.licence"]);
        if (answer is not { Intent: Intent.Timeline, Page.Count: > 1 })
            writer.AddButton(ButtonId.Format(ButtonId.Compare, subject.Id), Texts["card.compare"]);
    }

    private static string Label(Aspect reading)
    {
        var words = reading.ToSlug().Replace('_', ' ');
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    private static void AddPages(CardWriter writer, Answer answer)
    {
        if (answer.Page.Count == 1)
            return;
        var (number, count) = answer.Page;
        Func<int, string>? id = answer switch
        {
            { Filter: { } filter } => ListPageId(ListFilterFields.Write(filter)),
            { Intent: Intent.Timeline, Subjects: [{ } subject] } => page => new TimelinePageButton(subject.Id, page).Id,
            _ => null,
        };
        if (id is null)
            return;
        var isTimeline = answer.Filter is null;
        if (number > 1)
            writer.AddButton(id(number - 1), Texts[isTimeline ? "card.later" : "card.back"]);
        if (number < count)
            writer.AddButton(id(number + 1), Texts[isTimeline ? "card.earlier" : "card.next"]);
    }

    // A filter that does not fit has no pages to turn.
    private static Func<int, string>? ListPageId(ImmutableArray<string> filter) =>
        new ListPageButton(filter, MaxPage).Id.Length <= ButtonId.MaxLength ? page => new ListPageButton(filter, page).Id : null;
}
