namespace AiNewsBot.Facts.Tests.Claims;

/// <summary>Plain claims in German, French, Spanish and Portuguese.</summary>
public sealed class ForeignClaimTests
{
    [Theory]
    [InlineData("Bei OLMo 2 ist auch der Trainingscode offen", "OLMo 2, training code: public")]
    [InlineData("Llama 3.3: Trainingsdaten geheim, Trainingscode geheim", "Llama 3.3, training data: not public")]
    [InlineData("Command R+ darf man nicht kommerziell nutzen", "Command R+ may not be used commercially")]
    [InlineData("Falcon 40B hatte am Anfang eine eigene Lizenz, jetzt ist es Apache 2.0", "Falcon-40B is under Apache License 2.0")]
    [InlineData("Le code d'entraînement d'OLMo 2 est public", "OLMo 2, training code: public")]
    [InlineData("Mistral Large 2 est sous licence recherche", "Mistral Large 2 is for non-commercial use only")]
    [InlineData("Les poids de Mistral Medium 3 ne sont pas publics", "Mistral Medium 3, weights: not public")]
    [InlineData("Phi-4 está bajo licencia MIT", "Phi-4 is under MIT License")]
    [InlineData("los datos de entrenamiento de Qwen3 son secretos", "Qwen3, training data: not public")]
    [InlineData("Whisper fue entrenado por OpenAI", "Whisper is made by OpenAI")]
    [InlineData("o código de treino do OLMo 2 é aberto", "OLMo 2, training code: public")]
    [InlineData("Command R+ não pode ser usado comercialmente", "Command R+ may not be used commercially")]
    [InlineData("Gemma 2 não é open source", "Gemma 2 is not open source")]
    public void Plain_claim_is_read(string message, string said) => Assert.Contains(said, ClaimChecks.Said(message));
}
