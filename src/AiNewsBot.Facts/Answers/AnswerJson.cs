using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions;
using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.Facts.Answers;

/// <summary>Writes an answer as the one JSON object that other programs read.</summary>
public static class AnswerJson
{
    /// <summary>Writes the object.</summary>
    public static void Write(Utf8JsonWriter json, Answer answer)
    {
        json.WriteStartObject();
        json.WriteString("question", answer.Question);
        json.WriteString("status", Status(answer.Status));
        WriteText(json, "intent", answer.Intent?.ToSlug());
        WriteText(json, "component", answer.Component);
        WriteSubjects(json, answer);
        WriteText(json, "asOf", answer.AsOf?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        WriteText(json, "verdict", answer.Intent == Intent.Openness ? answer.Verdict?.ToSlug() : null);
        WriteDefinitions(json, answer);
        json.WriteString("answer", answer.Text);
        json.WriteStartArray("choices");
        foreach (var choice in answer.Choices)
            WriteChoice(json, choice.Id, choice.Name);
        foreach (var reading in answer.OtherReadings)
            WriteChoice(json, reading.ToSlug(), reading.ToSlug().Replace('_', ' '));
        json.WriteEndArray();
        WriteFacts(json, answer.Facts);
        AnswerStateJson.Write(json, answer);
        json.WriteEndObject();
    }

    private static void WriteChoice(Utf8JsonWriter json, string id, string name)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("name", name);
        json.WriteEndObject();
    }

    private static void WriteSubjects(Utf8JsonWriter json, Answer answer)
    {
        json.WriteStartArray("subjects");
        foreach (var subject in answer.Subjects)
            WriteSubject(json, subject);
        json.WriteEndArray();
    }

    internal static void WriteSubject(Utf8JsonWriter json, SubjectView subject)
    {
        json.WriteStartObject();
        json.WriteString("kind", Kind(subject.Subject.Kind));
        json.WriteString("id", subject.Id);
        json.WriteString("name", subject.Name);
        json.WriteEndObject();
    }

    private static void WriteDefinitions(Utf8JsonWriter json, Answer answer)
    {
        json.WriteStartArray("definitions");
        foreach (var definition in answer.Definitions)
        {
            json.WriteStartObject();
            json.WriteString("id", definition.Id);
            json.WriteString("result", definition.Result);
            json.WriteStartArray("missing");
            foreach (var missing in definition.Missing)
                json.WriteStringValue(missing);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    internal static void WriteFacts(Utf8JsonWriter json, ImmutableArray<Statement> facts)
    {
        json.WriteStartArray("facts");
        foreach (var fact in facts)
        {
            json.WriteStartObject();
            json.WriteString("subject", fact.Subject);
            json.WriteString("property", fact.Property);
            json.WriteString("value", fact.Value);
            WriteText(json, "validFrom", fact.ValidFrom?.Text);
            json.WriteBoolean("approximate", fact.IsDateApproximate);
            json.WriteString("verifiedOn", fact.VerifiedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteStartArray("sources");
            foreach (var source in fact.Sources)
                json.WriteStringValue(source.Url);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    internal static void WriteText(Utf8JsonWriter json, string name, string? value)
    {
        if (value is null)
            json.WriteNull(name);
        else
            json.WriteString(name, value);
    }

    private static string Status(AnswerStatus status) =>
        status switch
        {
            AnswerStatus.Answered => "answered",
            AnswerStatus.Ambiguous => "ambiguous",
            AnswerStatus.UnknownSubject => "unknown_subject",
            AnswerStatus.NoFact => "no_fact",
            _ => "out_of_scope",
        };

    private static string Kind(SubjectKind kind) =>
        kind switch
        {
            SubjectKind.Release => "release",
            SubjectKind.Family => "family",
            SubjectKind.Organization => "organization",
            SubjectKind.Licence => "licence",
            SubjectKind.Software => "software",
            SubjectKind.Words => "words",
            _ => "topic",
        };
}
