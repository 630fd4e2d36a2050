using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Chat.Texts;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Facts.Model;

namespace AiNewsBot.Curation.Forms;

/// <summary>Models that are added, as cards.</summary>
internal static class ModelCards
{
    /// <summary>What would be added, and what is then answered.</summary>
    public static Card Preview(NewModel model, FormDraft draft, DateOnly today) =>
        Said("fact.model_preview", model, draft.Fields, today)
            .AddButton(ButtonId.Format(FactButtonIds.AddModel, draft.Id), ChatTexts.Current["fact.add_it"])
            .AddButton(ButtonId.Format(FactButtonIds.Resume, draft.Id), ChatTexts.Current["fact.edit_again"])
            .AddButton(ButtonId.Format(FactButtonIds.Discard, draft.Id), ChatTexts.Current["fact.cancel"])
            .ToCard();

    /// <summary>What was added.</summary>
    public static Card Added(NewModel model, FactFields fields, EditResult.Done done, DateOnly today)
    {
        var number = done.Revisions[0].Number;
        return Said("fact.model_added", model, fields, today)
            .Add($"-# {ChatTexts.Current["fact.model_note", ("number", $"{number}")]}")
            .AddButton(ButtonId.Format(FactButtonIds.Undo, $"{number}"), ChatTexts.Current["fact.undo"])
            .AddButton(ButtonId.Format(ButtonId.Model, model.Model.Id), ChatTexts.Current["fact.show_it"])
            .ToCard();
    }

    /// <summary>A name that is not known, with the ways on.</summary>
    public static Card Unknown(string name, FormPurpose purpose) =>
        new CardWriter(VerdictStyle.Accent(null))
            .Add(
                Markdown.Escape(
                    ChatTexts.Current[purpose == FormPurpose.Suggest ? "fact.unknown_suggest" : "fact.unknown_add", ("name", name)]
                )
            )
            .AddButton(
                new NewModelButton(purpose, name).Id,
                ChatTexts.Current[purpose == FormPurpose.Suggest ? "fact.suggest_model" : "fact.add_model"]
            )
            .ToCard();

    private static CardWriter Said(string key, NewModel model, FactFields fields, DateOnly today)
    {
        var view = model.Facts.Facts.Find(model.Model.Id)!;
        var maker = model.Facts.Facts.MakerOf(view);
        var answer = model.Facts.Answerer.Describe(view, today, language: ChatTexts.Current.Language);
        var isNewMaker = maker is not null && model.Subjects.Any(subject => subject.Kind == SubjectKind.Organization);
        var made = ("name", Markdown.Escape(maker?.Name ?? ""));
        return new CardWriter(VerdictStyle.Accent(answer.Verdict))
            .Add(ChatTexts.Current[key, ("name", Markdown.Escape(model.Model.Name))])
            .Add(
                $"{ChatTexts.Current[isNewMaker ? "fact.model_new_maker" : "fact.model_maker", made]}\n"
                    + string.Join(
                        '\n',
                        model.Changes.Select(change =>
                            $"- {Markdown.Escape(FactProperties.Label(change.Property))}: {Markdown.Escape(change.Content.Value)}"
                        )
                    )
                    + $"\n- {Markdown.Link(ChatTexts.Current["fact.source"], fields.Source ?? "")}"
            )
            .Add(
                ChatTexts.Current["fact.model_answer", ("answer", $"{VerdictStyle.Symbol(answer.Verdict)} {Markdown.Escape(answer.Lead)}")],
                isApart: true
            );
    }
}
