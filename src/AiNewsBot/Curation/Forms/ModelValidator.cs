using System.Collections.Immutable;
using System.Security.Cryptography;
using AiNewsBot.Chat;
using AiNewsBot.Curation.Access;
using AiNewsBot.Curation.Checks;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Facts.Text;
using AiNewsBot.Storage;

namespace AiNewsBot.Curation.Forms;

/// <summary>Validates a model that a server's moderators add.</summary>
internal static class ModelValidator
{
    /// <summary>The model with all that would be said of it, or why it cannot be added.</summary>
    public static (NewModel? Model, Refusal? Fault) Read(EditContext place, FactFields fields, DateOnly today)
    {
        if (fields.Model is not { } model)
            return (null, new Refusal(RefusalCode.FormOutdated));
        if (place.Layer.IsGlobal)
            return (null, new Refusal(RefusalCode.ModelOfAllServers));
        var facts = place.Facts.Facts;
        if ((GetNameError(facts, model.Name, "name") ?? GetMakerError(facts, model)) is { } misnamed)
            return (null, misnamed);
        if (ServerSubjects.CreateId(place.Layer, model.Name!) is not { } id)
            return (null, new Refusal(RefusalCode.AliasLength, $"{NameValidator.MaxLength}"));
        if (model.Licence is { } named && facts.FindLicence(named) is null)
            return (null, new Refusal(RefusalCode.LicenceUnknown, named));
        if (PropertyValues.GetAllowed(Components.Weights, model.Weights ?? "") is { } allowed)
            return (null, new Refusal(RefusalCode.ValueNotAllowed, Components.Weights, model.Weights ?? "", allowed));
        if ((FactValidator.GetSourceError(fields.Source) ?? GetReasonError(fields.Why)) is { } unsourced)
            return (null, unsourced);
        var maker = FindMaker(facts, model.Maker!);
        var made = new Subject
        {
            Kind = SubjectKind.Organization,
            Id = maker?.Id ?? ServerSubjects.CreateId(place.Layer, model.Maker!) ?? "",
            Name = model.Maker!,
        };
        if (made.Id.Length == 0 || made.Id == id)
            return (null, new Refusal(RefusalCode.MakerIsModel, model.Name!));
        var subject = new Subject
        {
            Kind = SubjectKind.Release,
            Id = id,
            Name = model.Name!,
            Parent = made.Id,
        };
        ImmutableArray<Subject> subjects = maker is null ? [made, subject] : [subject];
        var changes = Changes(place.Layer, facts, subject, fields, today);
        var said = subject with { Statements = [.. changes.Select(change => StatementOf(change))] };
        return (new NewModel(subject, subjects, changes, place.Facts.WithFacts(facts.With(maker is null ? [made, said] : [said]))), null);
    }

    // One batch, so that all of it is taken back together.
    private static ImmutableArray<Change> Changes(Layer layer, FactBase facts, Subject subject, FactFields fields, DateOnly today)
    {
        var model = fields.Model!;
        var batch = $"model {Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}";
        var withModel = facts.With([subject]);
        var source = SourceIndex.Create(facts).Cite(withModel, withModel.Find(subject.Id)!, fields.Source!);
        Change Say(string property, string value) =>
            new(
                ChangeKind.Add,
                layer,
                subject.Id,
                property,
                new StatementContent
                {
                    Value = value,
                    Sources = [source],
                    VerifiedOn = IsoDay.Format(today),
                }
            )
            {
                Reason = fields.Why ?? "Added",
                BatchId = batch,
            };
        return
        [
            Say(Components.Weights, model.Weights!),
            .. model.Licence is { } licence ? [Say(Properties.Licence, facts.FindLicence(licence)!.Id)] : Array.Empty<Change>(),
        ];
    }

    private static Statement StatementOf(Change change)
    {
        var content = change.Content;
        return new Statement
        {
            Subject = change.Subject,
            Property = change.Property,
            Value = content.Value,
            IsLocal = true,
            Sources = [.. content.Sources.Select(source => source.ToSource())],
            VerifiedOn = IsoDay.Parse(content.VerifiedOn),
        };
    }

    private static SubjectView? FindMaker(FactBase facts, string name)
    {
        var key = Tokenizer.Key(name);
        return facts.Organizations.FirstOrDefault(maker =>
            maker.Subject.Aliases.Append(maker.Name).Append(maker.Id).Any(known => Tokenizer.Key(known) == key)
        );
    }

    private static Refusal? GetMakerError(FactBase facts, ModelFields model) =>
        model.Maker is { } maker && FindMaker(facts, maker) is not null ? null : GetNameError(facts, model.Maker, "maker");

    private static Refusal? GetNameError(FactBase facts, string? name, string what) =>
        FactValidator.GetTextError(name, what, NameValidator.MaxLength) ?? NameValidator.GetNewError(facts, name!);

    private static Refusal? GetReasonError(string? why) =>
        why is null ? null : FactValidator.GetTextError(why, "reason", FactValidator.MaxReasonLength);
}
