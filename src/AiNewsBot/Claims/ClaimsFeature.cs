using AiNewsBot.Chat;
using Microsoft.Extensions.DependencyInjection;

namespace AiNewsBot.Claims;

/// <summary>Checks of what a message says of models.</summary>
internal static class ClaimsFeature
{
    public static IServiceCollection AddClaims(this IServiceCollection services) =>
        services
            .AddSingleton<ClaimCheckStore>()
            .AddSingleton<Command, CheckClaimsCommand>()
            .AddSingleton<IComponentHandler, ClaimActions>();
}
