using System.Collections.Immutable;
using AiNewsBot.Chat;
using AiNewsBot.Servers;
using AiNewsBot.Storage;
using AiNewsBot.Tests.Harness;

namespace AiNewsBot.Tests.Servers;

/// <summary>What a server has set, and who may do what by it.</summary>
public sealed class ServerStoreTests : IDisposable
{
    private const string Id = "200000000000000001";
    private readonly TemporaryFolder _folder = new();
    private readonly IDatabase _database;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public ServerStoreTests() => _database = TestDatabase.OpenEmpty(_folder);

    private ServerStore Store => new(_database, new NoticeDelivery(true), TimeProvider.System);

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Server_that_set_nothing_has_what_is_sensible()
    {
        var server = await Store.ReadAsync(Id, Cancelled);

        Assert.Equal((Id, null, "Etc/UTC", false), (server.Id, server.AuditChannel, server.TimeZone, server.SendsSummary));
        Assert.Empty(server.Roles);
    }

    [Fact]
    public async Task Each_setting_is_kept_by_itself()
    {
        await Store.SetTimeZoneAsync(Id, "Europe/Paris", cancellationToken: Cancelled);
        await Store.SetAuditChannelAsync(Id, "10", sendsSummary: true, cancellationToken: Cancelled);
        await Store.SetRolesAsync(Id, Permission.Edit, ["21", "20", "21"], Cancelled);
        await Store.SetRolesAsync(Id, Permission.News, ["22"], Cancelled);

        var server = await Store.ReadAsync(Id, Cancelled);

        Assert.Equal(("Europe/Paris", "10", true), (server.TimeZone, server.AuditChannel, server.SendsSummary));
        Assert.Equal(["20", "21"], server.RolesOf(Permission.Edit));
        Assert.Equal(["22"], server.RolesOf(Permission.News));
        Assert.Empty(server.RolesOf(Permission.Approve));
    }

    [Fact]
    public async Task Settings_are_replaced_and_taken_back()
    {
        await Store.SetAuditChannelAsync(Id, "10", sendsSummary: true, cancellationToken: Cancelled);
        await Store.SetRolesAsync(Id, Permission.Edit, ["20"], Cancelled);
        await Store.SetTimeZoneAsync(Id, "Europe/Paris", cancellationToken: Cancelled);

        await Store.SetAuditChannelAsync(Id, null, sendsSummary: false, cancellationToken: Cancelled);
        await Store.SetRolesAsync(Id, Permission.Edit, [], Cancelled);
        await Store.SetTimeZoneAsync(Id, "Asia/Kolkata", cancellationToken: Cancelled);

        var server = await Store.ReadAsync(Id, Cancelled);
        Assert.Equal((null, false, "Asia/Kolkata"), (server.AuditChannel, server.SendsSummary, server.TimeZone));
        Assert.Empty(server.RolesOf(Permission.Edit));
    }

    [Fact]
    public async Task Servers_set_nothing_for_each_other()
    {
        await Store.SetRolesAsync(Id, Permission.Edit, ["20"], Cancelled);
        await Store.SetTimeZoneAsync(Id, "Europe/Paris", cancellationToken: Cancelled);

        var other = await Store.ReadAsync("200000000000000002", Cancelled);

        Assert.Equal("Etc/UTC", other.TimeZone);
        Assert.Empty(other.Roles);
    }

    // Who may approve may edit, and who may edit may suggest. News is a power of its own.
    [Theory]
    [InlineData(nameof(Permission.Suggest), "suggest edit approve")]
    [InlineData(nameof(Permission.Edit), "edit approve")]
    [InlineData(nameof(Permission.Approve), "approve")]
    [InlineData(nameof(Permission.News), "news")]
    public void Power_is_held_by_the_roles_of_those_that_contain_it(string permission, string holders)
    {
        var server = new Server(Id)
        {
            Roles = Enum.GetValues<Permission>().ToImmutableDictionary(one => one, one => ImmutableArray.Create(one.ToSlug())),
        };

        Assert.Equal(
            holders.Split(' '),
            new[] { "suggest", "edit", "approve", "news" }.Where(role =>
                server.Allows(Enum.Parse<Permission>(permission), new Caller("1", Id) { Roles = [role] })
            )
        );
    }

    [Theory]
    [InlineData(nameof(Permission.Suggest), true)]
    [InlineData(nameof(Permission.Edit), false)]
    [InlineData(nameof(Permission.Approve), false)]
    [InlineData(nameof(Permission.News), false)]
    public void Where_no_roles_are_set_all_may_suggest_and_those_who_manage_the_server_may_all(string permission, bool mayAnyone)
    {
        var (server, power) = (new Server(Id), Enum.Parse<Permission>(permission));

        Assert.Equal(mayAnyone, server.Allows(power, new Caller("1", Id)));
        Assert.True(server.Allows(power, new Caller("1", Id) { ManagesServer = true }));
    }

    [Fact]
    public void Where_roles_may_suggest_others_may_not()
    {
        var server = new Server(Id)
        {
            Roles = ImmutableDictionary<Permission, ImmutableArray<string>>.Empty.Add(Permission.Suggest, ["20"]),
        };

        Assert.False(server.Allows(Permission.Suggest, new Caller("1", Id) { Roles = ["21"] }));
        Assert.True(server.Allows(Permission.Suggest, new Caller("1", Id) { Roles = ["21", "20"] }));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("200000000000000002")]
    public void Permission_in_one_server_does_not_count_in_another(string? asksIn) =>
        Assert.False(new Server(Id).Allows(Permission.Suggest, new Caller("1", asksIn) { ManagesServer = true }));
}
