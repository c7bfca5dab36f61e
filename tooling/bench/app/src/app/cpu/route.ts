/** Microseconds of processor that this server has used so far: what others do on the machine is not in it. */
export function GET(): Response {
  const { user, system } = process.cpuUsage();
  return Response.json(user + system);
}
