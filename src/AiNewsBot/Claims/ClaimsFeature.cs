using AiNewsBot.Commands;
using Microsoft.Extensions.DependencyInjection;

namespace AiNewsBot.Claims;

/// <summary>Checks of what a message says of models.</summary>
public static class ClaimsFeature
{
    public static IServiceCollection AddClaims(this IServiceCollection services) => services
        .AddSingleton<ClaimCheckStore>()
        .AddSingleton<Command, CheckClaimsCommand>()
        .AddSingleton<IActions, ClaimActions>();
}
