using AiNewsBot.Chat;
using AiNewsBot.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Moq;

namespace AiNewsBot.Tests.Hosting;

/// <summary>What the end of the connection to the chat means for the process.</summary>
public sealed class ChatServiceTests : IDisposable
{
    private readonly Mock<IChatTransport> _transport = new(MockBehavior.Strict);
    private readonly Mock<IHostApplicationLifetime> _lifetime = new();
    private readonly IRequestHandler _handler = Mock.Of<IRequestHandler>();
    private readonly ExitStatus _exit = new();
    private readonly ChatService _service;

    public ChatServiceTests() =>
        _service = new ChatService(_transport.Object, _handler, _exit, _lifetime.Object, NullLogger<ChatService>.Instance);

    public void Dispose() => _service.Dispose();

    [Fact]
    public async Task Refused_bot_stops_with_an_exit_code_of_its_own()
    {
        Runs().ThrowsAsync(new TransportRefusedException("The token is invalid"));

        await RunAsync();

        Assert.Equal(ExitCode.Refused, _exit.Code);
        _lifetime.Verify(lifetime => lifetime.StopApplication(), Times.Once);
    }

    [Fact]
    public async Task Connection_that_ends_by_itself_stops_nothing()
    {
        Runs().Returns(Task.CompletedTask);

        await RunAsync();

        Assert.Equal(ExitCode.Done, _exit.Code);
        _lifetime.Verify(lifetime => lifetime.StopApplication(), Times.Never);
    }

    [Fact]
    public async Task Fault_of_the_transport_is_left_to_the_lifecycle()
    {
        Runs().ThrowsAsync(new InvalidOperationException("a bug"));

        await Assert.ThrowsAsync<InvalidOperationException>(RunAsync);

        _lifetime.Verify(lifetime => lifetime.StopApplication(), Times.Never);
    }

    private Moq.Language.Flow.ISetup<IChatTransport, Task> Runs() =>
        _transport.Setup(transport => transport.RunAsync(_handler, It.IsAny<CancellationToken>()));

    private async Task RunAsync()
    {
        await _service.StartAsync(TestContext.Current.CancellationToken);
        await _service.ExecuteTask!;
    }
}
