using System.Collections.Immutable;
using AiNewsBot.Chat;
using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;

namespace AiNewsBot.Answering;

/// <summary>What an answer is of, as the buttons below it carry it: from it the answer is found again, as the facts are then.</summary>
internal abstract record AnswerReference
{
    private const string QuestionKind = "q";
    private const string SubjectKind = "s";
    private const string ViewKind = "v";
    private const string ComparisonKind = "c";
    private const string ListKind = "l";
    private const char Separator = '|';

    /// <summary>Whether the buttons of an answer can carry it.</summary>
    public bool Fits => For(ButtonId.ChooseAlone).Length <= ButtonId.MaxLength;

    /// <summary>The id of a button that does something with the answer.</summary>
    public string For(string action) =>
        this switch
        {
            ForQuestion asked => ButtonFields.Format(action, QuestionKind, asked.Question),
            ForSubject shown => ButtonFields.Format(action, SubjectKind, shown.Subject),
            ForView { Page: 1 } viewed => ButtonFields.Format(action, ViewKind, viewed.View, viewed.Subject),
            ForView viewed => ButtonFields.Format(action, ViewKind, viewed.View, viewed.Subject, viewed.Page),
            ForComparison compared => ButtonFields.Format(action, ComparisonKind, compared.Names),
            ForList listed => ButtonFields.Format(action, ListKind, listed.Page, listed.Filter),
            _ => throw new InvalidOperationException($"{this} has no id"),
        };

    /// <summary>What the answer is of without the words of a question; null where that cannot be told.</summary>
    public static AnswerReference? From(Answer answer) =>
        answer switch
        {
            { Filter: { } filter } => new ForList(answer.Page.Number, string.Join(Separator, ListFilterFields.Write(filter))),
            { Intent: Intent.Compare, Subjects.Length: > 1 } => ForComparison.Create(answer.Subjects.Select(subject => subject.Id)),
            { Intent: Intent.Timeline, Subjects: [var subject] } => new ForView(ButtonId.Timeline, subject.Id, answer.Page.Number),
            { Intent: Intent.Licence, Subjects: [not Licence and var subject] } => new ForView(ButtonId.Licence, subject.Id),
            { Subjects: [var subject, ..] } => new ForSubject(subject.Id),
            _ => null,
        };

    /// <param name="argument">What follows the action in a button's id.</param>
    public static AnswerReference? Parse(string argument) =>
        ButtonFields.Parse(argument, ':', max: 2) switch
        {
            [QuestionKind, var question] => new ForQuestion(question),
            [SubjectKind, var subject] => new ForSubject(subject),
            [ViewKind, var view] when view.Split(Separator) is [var name, var subject] => new ForView(name, subject),
            [ViewKind, var view]
                when view.Split(Separator) is [var name, var subject, var page]
                    && ButtonFields.Number(page) is { } number and <= int.MaxValue => new ForView(name, subject, (int)number),
            [ComparisonKind, var names] => new ForComparison(names),
            [ListKind, var list]
                when list.Split(Separator, 2) is [var page, var filter] && ButtonFields.Number(page) is { } number and <= int.MaxValue =>
                new ForList((int)number, filter),
            _ => null,
        };

    /// <summary>Of the answer to a question.</summary>
    public sealed record ForQuestion(string Question) : AnswerReference
    {
        /// <summary>The longest question that buttons can carry.</summary>
        public static int MaxLength { get; } = ButtonId.MaxLength - new ForQuestion("").For(ButtonId.ChooseAlone).Length;
    }

    /// <summary>Of what is known of a subject.</summary>
    public sealed record ForSubject(string Subject) : AnswerReference;

    /// <summary>Of one view of a subject.</summary>
    /// <param name="View"><see cref="ButtonId.Timeline"/>, <see cref="ButtonId.Licence"/>, or the slug of an aspect.</param>
    /// <param name="Subject">Its id.</param>
    /// <param name="Page">Of a timeline, from 1.</param>
    public sealed record ForView(string View, string Subject, int Page = 1) : AnswerReference;

    /// <summary>Of a comparison.</summary>
    /// <param name="Names">Ids, or names as they were typed, with bars between them.</param>
    public sealed record ForComparison(string Names) : AnswerReference
    {
        public ImmutableArray<string> Each => [.. Names.Split(Separator)];

        public static ForComparison Create(IEnumerable<string> names) =>
            new(string.Join(Separator, names.Select(name => name.Replace(Separator, ' '))));
    }

    /// <summary>Of a list.</summary>
    /// <param name="Page">Its page, from 1.</param>
    /// <param name="Filter">As <see cref="ListFilterFields"/> writes it, with bars between the fields.</param>
    public sealed record ForList(int Page, string Filter) : AnswerReference
    {
        public ImmutableArray<string> Fields => [.. Filter.Split(Separator)];
    }
}
