using System.Text.Json;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions;
using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.Facts.Answers;

/// <summary>The part of an answer's JSON that says how the question was read and what the answer rests on.</summary>
internal static class AnswerStateJson
{
    public static void Write(Utf8JsonWriter json, Answer answer)
    {
        json.WriteStartArray("aspects");
        foreach (var aspect in answer.Aspects)
            json.WriteStringValue(aspect.ToSlug());
        json.WriteEndArray();
        json.WriteNumber("confidence", Math.Round(answer.Confidence, 3));
        WriteProposition(json, answer.Proposition);
        json.WriteStartArray("releases");
        foreach (var release in answer.Releases)
            WriteRelease(json, release);
        json.WriteEndArray();
        WriteLicence(json, answer.Licence);
        WriteOutputs(json, answer.Licence);
        WriteText(json, "variantOf", answer.VariantOf);
        if (answer.DatasetVersion is { } version)
            json.WriteNumber("datasetVersion", version);
        else
            json.WriteNull("datasetVersion");
    }

    private static void WriteProposition(Utf8JsonWriter json, AnsweredProposition? proposition)
    {
        if (proposition is null)
        {
            json.WriteNull("proposition");
            return;
        }

        json.WriteStartObject("proposition");
        json.WriteString("text", proposition.Text);
        if (proposition.Holds is { } holds)
            json.WriteBoolean("holds", holds);
        else
            json.WriteNull("holds");
        json.WriteEndObject();
    }

    private static void WriteRelease(Utf8JsonWriter json, ReleaseState release)
    {
        json.WriteStartObject();
        json.WriteString("id", release.Id);
        json.WriteString("verdict", release.Verdict.ToSlug());
        WriteText(json, "licence", release.Licence?.Id);
        WriteText(json, "since", release.Since?.Text);
        json.WriteEndObject();
    }

    private static void WriteLicence(Utf8JsonWriter json, Licence? licence)
    {
        if (licence is null)
        {
            json.WriteNull("licence");
            return;
        }

        json.WriteStartObject("licence");
        json.WriteString("id", licence.Id);
        json.WriteString("name", licence.Name);
        json.WriteBoolean("osiApproved", licence.OsiApproved);
        json.WriteString("commercialUse", licence.Commercial.ToString().ToLowerInvariant());
        json.WriteStartArray("conditions");
        foreach (var condition in licence.Conditions)
        {
            json.WriteStartObject();
            json.WriteString("id", condition.Kind);
            json.WriteString("text", condition.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteOutputs(Utf8JsonWriter json, Licence? licence)
    {
        if (licence is null)
        {
            json.WriteNull("outputs");
            return;
        }

        json.WriteStartObject("outputs");
        json.WriteString("commercialUse", licence.TermsOf(Properties.OutputsCommercial)?.Value ?? "unknown");
        json.WriteString("ownership", licence.TermsOf(Properties.OutputsOwnership)?.Value ?? "unknown");
        json.WriteString("training", licence.TermsOf(Properties.OutputsTraining)?.Value ?? "unknown");
        json.WriteStartArray("conditions");
        foreach (var property in Properties.OfUse)
        {
            if (licence.TermsOf(property) is not { } terms || terms.Qualifier("text") is not { } text)
                continue;
            json.WriteStartObject();
            json.WriteString("id", property);
            json.WriteString("text", text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? value)
    {
        if (value is null)
            json.WriteNull(name);
        else
            json.WriteString(name, value);
    }
}
