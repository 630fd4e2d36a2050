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
        Said($"**{Markdown.Escape(model.Model.Name)}** would be added for this server. Look at it first:", model, draft.Fields, today)
            .AddButton(ButtonId.Format(FactButtonIds.AddModel, draft.Id), ChatTexts.Current["fact.add_it"])
            .AddButton(ButtonId.Format(FactButtonIds.Resume, draft.Id), ChatTexts.Current["fact.edit_again"])
            .AddButton(ButtonId.Format(FactButtonIds.Discard, draft.Id), ChatTexts.Current["fact.cancel"])
            .ToCard();

    /// <summary>What was added.</summary>
    public static Card Added(NewModel model, FactFields fields, EditResult.Done done, DateOnly today)
    {
        var number = done.Revisions[0].Number;
        return Said($"**{Markdown.Escape(model.Model.Name)}** was added for this server.", model, fields, today)
            .Add(
                $"-# Revision {number}. No other server sees it. `/fact add` says more of it: when it was announced, what else is public, "
                    + "other names."
            )
            .AddButton(ButtonId.Format(FactButtonIds.Undo, $"{number}"), ChatTexts.Current["fact.undo"])
            .AddButton(ButtonId.Format(ButtonId.Model, model.Model.Id), ChatTexts.Current["fact.show_it"])
            .ToCard();
    }

    /// <summary>A name that is not known, with the ways on.</summary>
    public static Card Unknown(string name, FormPurpose purpose) =>
        new CardWriter(VerdictStyle.Accent(null))
            .Add(
                Markdown.Escape(
                    purpose == FormPurpose.Suggest
                        ? $"I know nothing called {name}: pick one from the list, or suggest it as a model of this server."
                        : $"I know nothing called {name}: pick one from the list, or add it as a model of this server."
                )
            )
            .AddButton(new NewModelButton(purpose, name).Id, purpose == FormPurpose.Suggest ? "Suggest a model" : "Add model")
            .ToCard();

    private static CardWriter Said(string head, NewModel model, FactFields fields, DateOnly today)
    {
        var view = model.Facts.Facts.Find(model.Model.Id)!;
        var maker = model.Facts.Facts.MakerOf(view);
        var answer = model.Facts.Answerer.Describe(view, today);
        var isNewMaker = maker is not null && model.Subjects.Any(subject => subject.Kind == SubjectKind.Organization);
        return new CardWriter(VerdictStyle.Accent(answer.Verdict))
            .Add(head)
            .Add(
                $"- maker: {Markdown.Escape(maker?.Name ?? "")}{(isNewMaker ? ", new here, too" : "")}\n"
                    + string.Join(
                        '\n',
                        model.Changes.Select(change =>
                            $"- {Markdown.Escape(FactProperties.Label(change.Property))}: {Markdown.Escape(change.Content.Value)}"
                        )
                    )
                    + $"\n- {Markdown.Link("source", fields.Source ?? "")}"
            )
            .Add($"Asked how open it is, I answer: {VerdictStyle.Symbol(answer.Verdict)} {Markdown.Escape(answer.Lead)}", isApart: true);
    }
}
