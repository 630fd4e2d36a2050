using System.Globalization;
using System.Net;
using System.Text;
using AiNewsBot.Discord.Interactions;
using AiNewsBot.Discord.Models;
using AiNewsBot.Discord.Rest;
using AiNewsBot.Discord.Tests.Rest;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Moq;
using NSec.Cryptography;

namespace AiNewsBot.Discord.Tests.Interactions;

/// <summary>The endpoint to which Discord posts interactions: who may, and what comes back.</summary>
public sealed class InteractionEndpointTests : IDisposable
{
    private static readonly Key Key = Key.Create(SignatureAlgorithm.Ed25519);

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));
    private readonly FakeHandler _http = new(FakeHandler.Answer(HttpStatusCode.NoContent));
    private readonly Mock<IInteractionHandler> _handler = new(MockBehavior.Strict);
    private readonly DiscordRest _rest;
    private readonly InteractionEndpoint _endpoint;

    public InteractionEndpointTests()
    {
        _rest = new DiscordRest(new DiscordOptions { Token = "token" }, _time, NullLogger<DiscordRest>.Instance, _http);
        _endpoint = new InteractionEndpoint(
            new InteractionSignature(Convert.ToHexString(Key.PublicKey.Export(KeyBlobFormat.RawPublicKey)), _time),
            new InteractionDispatcher(_rest, _handler.Object, _time, NullLogger<InteractionDispatcher>.Instance),
            NullLogger<InteractionEndpoint>.Instance
        );
    }

    [Fact]
    public async Task Ping_is_answered_with_a_pong() =>
        Assert.Equal((HttpStatusCode.OK, """{"type":1}"""), await PostAsync("""{"type":1}"""));

    [Fact]
    public async Task Wrong_signature_is_refused_without_a_look_at_the_body() =>
        Assert.Equal((HttpStatusCode.Unauthorized, ""), await PostAsync("no JSON at all", signature: new string('0', 128)));

    [Theory]
    [InlineData("no JSON at all")]
    [InlineData("""{"type":99}""")]
    [InlineData("""{"type":2,"id":"nine"}""")]
    [InlineData("null")]
    public async Task Signed_body_that_is_no_interaction_is_a_bad_request(string body) =>
        Assert.Equal((HttpStatusCode.BadRequest, ""), await PostAsync(body));

    [Fact]
    public async Task Answer_travels_in_the_response()
    {
        Handles(new InteractionReply.Autocomplete([]), Deferral.None);

        Assert.Equal((HttpStatusCode.OK, """{"type":8,"data":{"choices":[]}}"""), await PostAsync(Command));
        Assert.Empty(_http.Requests);
    }

    [Fact]
    public async Task Answer_with_a_file_is_sent_apart_and_the_response_is_empty()
    {
        Handles(
            new InteractionReply.Send(new OutgoingMessage { Content = "see", Attachments = [new Attachment("a.txt", new byte[] { 1 })] }),
            Deferral.Message
        );

        Assert.Equal((HttpStatusCode.Accepted, ""), await PostAsync(Command));
        Assert.Equal("/api/v10/interactions/1/t/callback", Assert.Single(_http.Requests).Path);
    }

    [Theory]
    [InlineData(-300, true)]
    [InlineData(300, true)]
    [InlineData(-301, false)]
    [InlineData(301, false)]
    public async Task Request_may_be_five_minutes_off(int seconds, bool isAccepted) =>
        Assert.Equal(
            isAccepted ? HttpStatusCode.OK : HttpStatusCode.Unauthorized,
            (await PostAsync("""{"type":1}""", after: TimeSpan.FromSeconds(seconds))).Status
        );

    // The key of the first vector of RFC 8032, section 7.1, and what its secret makes of this timestamp and body.
    [Theory]
    [InlineData("1795521600", """{"type":1}""", true)]
    [InlineData("1795521601", """{"type":1}""", false)]
    [InlineData("1795521600", """{"type":2}""", false)]
    [InlineData("179552160", """0{"type":1}""", false)]
    public void Signature_is_of_the_timestamp_and_the_body(string timestamp, string body, bool isValid)
    {
        const string key = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";
        const string signature =
            "990cc323774a03f56082c27dcdfab8bc1df5d382acb1ef923e0e91b440644e3e"
            + "70a40a38885a5bcfe7e041537c2aa3f185ce0ac8ce51215a18486b1a8a443307";

        Assert.Equal(isValid, new InteractionSignature(key, _time).IsValid(signature, timestamp, Encoding.UTF8.GetBytes(body)));
    }

    public void Dispose() => _rest.Dispose();

    private const string Command = """{"id":"1","application_id":"2","type":2,"token":"t","data":{"name":"ask","type":1}}""";

    private void Handles(InteractionReply reply, Deferral deferral)
    {
        _handler.Setup(handler => handler.GetDeferral(It.IsAny<Interaction>())).Returns(deferral);
        _handler
            .Setup(handler => handler.HandleAsync(It.IsAny<Interaction>(), It.IsAny<CancellationToken>()))
            .Returns(ValueTask.FromResult(reply));
    }

    private async Task<(HttpStatusCode Status, string Body)> PostAsync(string body, string? signature = null, TimeSpan after = default)
    {
        var timestamp = (_time.GetUtcNow() + after).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signed = Convert.ToHexString(SignatureAlgorithm.Ed25519.Sign(Key, Encoding.UTF8.GetBytes(timestamp + body)));
        var (status, answer) = await _endpoint.AnswerAsync(signature ?? signed, timestamp, Encoding.UTF8.GetBytes(body));
        return (status, Encoding.UTF8.GetString(answer));
    }
}
