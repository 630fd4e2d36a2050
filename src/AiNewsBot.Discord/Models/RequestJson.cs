using System.Text.Json.Serialization;

namespace AiNewsBot.Discord.Models;

/// <summary>Writers of what is sent to Discord, made at compile time; nothing is sent that is not wanted.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(MessagePayload))]
[JsonSerializable(typeof(ForumPostPayload))]
[JsonSerializable(typeof(WebhookMessagePayload))]
[JsonSerializable(typeof(NewWebhookPayload))]
[JsonSerializable(typeof(DirectChannelPayload))]
[JsonSerializable(typeof(DeferralPayload))]
[JsonSerializable(typeof(CallbackPayload<MessagePayload>), TypeInfoPropertyName = "MessageCallback")]
[JsonSerializable(typeof(CallbackPayload<InteractionReply.Autocomplete>), TypeInfoPropertyName = "AutocompleteCallback")]
[JsonSerializable(typeof(CallbackPayload<InteractionReply.Form>), TypeInfoPropertyName = "FormCallback")]
internal sealed partial class RequestJson : JsonSerializerContext;
