using System.Text.Json;

namespace AiNewsBot.Discord.Models;

/// <summary>Answers as the JSON of a callback.</summary>
internal static class ReplyWriter
{
    private const int Message = 4;
    private const int DeferredMessage = 5;
    private const int DeferredUpdate = 6;
    private const int UpdateMessage = 7;
    private const int AutocompleteResult = 8;
    private const int Modal = 9;
    private const int Ephemeral = 1 << 6;

    public static void Write(Utf8JsonWriter json, InteractionReply reply)
    {
        json.WriteStartObject();
        switch (reply)
        {
            case InteractionReply.Send send:
                json.WriteNumber("type", Message);
                json.WritePropertyName("data");
                MessageWriter.Write(json, send.Message);
                break;
            case InteractionReply.Update update:
                json.WriteNumber("type", UpdateMessage);
                json.WritePropertyName("data");
                MessageWriter.Write(json, update.Message);
                break;
            case InteractionReply.Autocomplete autocomplete:
                json.WriteNumber("type", AutocompleteResult);
                json.WriteStartObject("data");
                json.WriteStartArray("choices");
                foreach (var choice in autocomplete.Choices)
                {
                    json.WriteStartObject();
                    json.WriteString("name", choice.Name);
                    json.WriteString("value", choice.Value);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
                break;
            case InteractionReply.Form form:
                json.WriteNumber("type", Modal);
                json.WriteStartObject("data");
                json.WriteString("custom_id", form.CustomId);
                json.WriteString("title", form.Title);
                ComponentWriter.Write(json, "components", form.Fields);
                json.WriteEndObject();
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(reply), reply.GetType().Name, "no such reply");
        }

        json.WriteEndObject();
    }

    /// <summary>"Thinking…": the answer follows. Who will see it is settled here.</summary>
    public static void WriteDefer(Utf8JsonWriter json, Deferral deferral)
    {
        json.WriteStartObject();
        json.WriteNumber("type", deferral == Deferral.Update ? DeferredUpdate : DeferredMessage);
        if (deferral == Deferral.PrivateMessage)
        {
            json.WriteStartObject("data");
            json.WriteNumber("flags", Ephemeral);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
