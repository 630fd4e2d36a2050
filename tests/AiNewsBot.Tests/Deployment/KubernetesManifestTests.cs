using System.Text.RegularExpressions;
using k8s;
using k8s.Models;

namespace AiNewsBot.Tests.Deployment;

/// <summary>The manifests have only fields that their kinds have, and name what is there. Required fields and forms of values are checked
/// by the schemas, in tests/Kubernetes.</summary>
public sealed partial class KubernetesManifestTests
{
    private static readonly string Folder = Path.Combine(RepositoryRoot.Path, "deploy", "kubernetes");

    // Reading is strict: a field that its kind does not have, or a value of another type, is refused.
    private static readonly object[] Objects =
    [
        .. Directory
            .EnumerateFiles(Folder, "*.yaml")
            .SelectMany(file => KubernetesYaml.LoadAllFromString(File.ReadAllText(file), strict: true)),
    ];

    private static V1PodTemplateSpec[] Pods =>
        [.. All<V1Deployment>().Select(one => one.Spec.Template), .. All<V1StatefulSet>().Select(one => one.Spec.Template)];

    private static V1Container[] Containers => [.. Pods.SelectMany(pod => pod.Spec.Containers)];

    [Fact]
    public void Each_part_has_a_service_and_a_disruption_budget_that_select_its_pods()
    {
        IEnumerable<IDictionary<string, string>> selectors =
        [
            .. All<V1Deployment>().Select(one => one.Spec.Selector.MatchLabels),
            .. All<V1StatefulSet>().Select(one => one.Spec.Selector.MatchLabels),
            .. All<V1Service>().Select(one => one.Spec.Selector),
            .. All<V1PodDisruptionBudget>().Select(one => one.Spec.Selector.MatchLabels),
        ];

        Assert.Equal(2, Pods.Length);
        Assert.All(Pods, pod => Assert.Equal(3, selectors.Count(selector => selector.All(pod.Metadata.Labels.Contains))));
    }

    [Fact]
    public void Stateful_set_names_its_service() =>
        Assert.All(
            All<V1StatefulSet>(),
            set => Assert.Contains(All<V1Service>(), service => service.Metadata.Name == set.Spec.ServiceName)
        );

    [Fact]
    public void Probes_ask_the_health_addresses_by_a_port_that_is_declared()
    {
        foreach (var container in Containers)
        {
            Assert.Equal("/healthz/live", container.StartupProbe.HttpGet.Path);
            Assert.Equal("/healthz/live", container.LivenessProbe.HttpGet.Path);
            Assert.Equal("/healthz/ready", container.ReadinessProbe.HttpGet.Path);
            V1Probe[] probes = [container.StartupProbe, container.LivenessProbe, container.ReadinessProbe];
            Assert.All(probes, probe => Assert.Contains(container.Ports, port => port.Name == probe.HttpGet.Port.Value));
        }
    }

    [Fact]
    public void Each_key_that_is_read_is_in_the_configuration_or_in_the_secret_that_the_operator_creates()
    {
        var maps = All<V1ConfigMap>().Select(map => map.Metadata.Name).ToHashSet();
        var command = File.ReadAllText(Path.Combine(Folder, "configuration.yaml"));
        var secret = CreatedSecret().Match(command).Groups["name"].Value;
        var keys = CreatedKey().Matches(command).Select(match => match.Groups["key"].Value).ToHashSet();
        var references = Containers
            .SelectMany(one => one.Env)
            .Select(one => one.ValueFrom?.SecretKeyRef)
            .OfType<V1SecretKeySelector>()
            .ToList();

        Assert.NotEmpty(references);
        Assert.All(references, reference => Assert.Equal(secret, reference.Name));
        Assert.All(references, reference => Assert.Contains(reference.Key, keys));
        Assert.All(Containers.SelectMany(one => one.EnvFrom), source => Assert.Contains(source.ConfigMapRef.Name, maps));
    }

    [Fact]
    public void Containers_have_no_rights_that_they_do_not_need()
    {
        Assert.All(
            Pods,
            pod =>
            {
                Assert.True(pod.Spec.SecurityContext.RunAsNonRoot);
                Assert.Equal("RuntimeDefault", pod.Spec.SecurityContext.SeccompProfile.Type);
                Assert.False(pod.Spec.AutomountServiceAccountToken);
            }
        );
        Assert.All(
            Containers,
            container =>
            {
                Assert.True(container.SecurityContext.ReadOnlyRootFilesystem);
                Assert.False(container.SecurityContext.AllowPrivilegeEscalation);
                Assert.Equal(["ALL"], container.SecurityContext.Capabilities.Drop);
            }
        );
    }

    [Fact]
    public void Each_mount_has_a_volume()
    {
        var claims = All<V1StatefulSet>().SelectMany(set => set.Spec.VolumeClaimTemplates).Select(claim => claim.Metadata.Name);

        Assert.All(
            Pods,
            pod =>
                Assert.Subset(
                    pod.Spec.Volumes.Select(volume => volume.Name).Concat(claims).ToHashSet(),
                    pod.Spec.Containers.SelectMany(container => container.VolumeMounts).Select(mount => mount.Name).ToHashSet()
                )
        );
    }

    [Fact]
    public void A_field_that_its_kind_does_not_have_is_refused()
    {
        var manifest = File.ReadAllText(Path.Combine(Folder, "gateway.yaml"));

        Assert.ThrowsAny<Exception>(() => KubernetesYaml.LoadAllFromString(manifest.Replace("readinessProbe", "readyProbe"), strict: true));
    }

    private static T[] All<T>() => [.. Objects.OfType<T>()];

    [GeneratedRegex("create secret generic (?<name>[a-z-]+)")]
    private static partial Regex CreatedSecret();

    [GeneratedRegex("--from-literal=(?<key>[a-z-]+)=")]
    private static partial Regex CreatedKey();
}
